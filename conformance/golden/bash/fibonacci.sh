join_items() {
  local delimiter=$1 result=${2-} item
  shift $(( $# > 1 ? 2 : 1 ))
  for item in "$@"; do result+=$delimiter$item; done
  printf '%s' "$result"
}

numbers=(1 1)
for (( k = 0; k < 8; k++ )); do
  numbers+=($((${numbers[-1]} + ${numbers[-2]})))
done
printf '%s\n' "$(join_items " " "${numbers[@]}")"
