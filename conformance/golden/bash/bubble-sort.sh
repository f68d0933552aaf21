steps() {
  # Counts from one number to another, up or down.
  local n by=${3:-1}
  local size=$(( by < 0 ? -by : by ))
  if (( $1 <= $2 )); then
    for (( n = $1; n <= $2; n += size )); do echo "$n"; done
  else
    for (( n = $1; n >= $2; n -= size )); do echo "$n"; done
  fi
}

join_items() {
  local delimiter=$1 result=${2-} item
  shift $(( $# > 1 ? 2 : 1 ))
  for item in "$@"; do result+=$delimiter$item; done
  printf '%s' "$result"
}

l=(5 2 9 1)
n=${#l[@]}
for i in $(steps 1 $((n - 1))); do
  for j in $(steps 1 $((n - i))); do
    a=${l[j - 1]}
    b=${l[j]}
    if (( a > b )); then
      l[j - 1]=$b
      l[j]=$a
    fi
  done
done
printf '%s\n' "$(join_items "," "${l[@]}")"
