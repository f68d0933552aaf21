split_text() {
  # Cuts a text at another, or, if that is empty, into letters.
  local rest=$1 k
  if [[ -z $2 ]]; then
    for (( k = 0; k < ${#rest}; k++ )); do printf '%s\0' "${rest:k:1}"; done
    return
  fi
  while [[ $rest == *"$2"* ]]; do
    printf '%s\0' "${rest%%"$2"*}"
    rest=${rest#*"$2"}
  done
  printf '%s\0' "$rest"
}

reversed() {
  local k
  for (( k = $#; k > 0; k-- )); do printf '%s\0' "${!k}"; done
}

join_items() {
  local delimiter=$1 result=${2-} item
  shift $(( $# > 1 ? 2 : 1 ))
  for item in "$@"; do result+=$delimiter$item; done
  printf '%s' "$result"
}

reverse_text() {
  local k
  for (( k = ${#1} - 1; k >= 0; k-- )); do printf '%s' "${1:k:1}"; done
}

mapfile -d '' -t words < <(split_text "one two three" " ")
mapfile -d '' -t items < <(reversed "${words[@]}")
printf '%s\n' "$(join_items " " "${items[@]}")"
for word in "${words[@]}"; do
  printf '%s\n' "$(reverse_text "$word")"
done
