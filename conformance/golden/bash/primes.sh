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

modulo() {
  # With the sign of the divisor.
  echo $(( ($1 % $2 + $2) % $2 ))
}

is_prime() {
  local number2=$1 divisor
  for divisor in $(steps 2 $((number2 - 1))); do
    if (( $(modulo "$number2" "$divisor") == 0 )); then
      echo false
      return
    fi
  done
  echo true
}

join_items() {
  local delimiter=$1 result=${2-} item
  shift $(( $# > 1 ? 2 : 1 ))
  for item in "$@"; do result+=$delimiter$item; done
  printf '%s' "$result"
}

found=()
number=2
until (( ${#found[@]} == 6 )); do
  if (( number == 2 )) || [[ $(is_prime "$number") == true ]]; then
    found+=("$number")
  fi
  (( number += 1 ))
done
printf '%s\n' "$(join_items ", " "${found[@]}")"
