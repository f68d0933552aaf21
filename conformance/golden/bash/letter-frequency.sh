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

find_item() {
  # The place of the first item that is the same, counted from 1, or 0.
  local wanted=$1 item place=0
  shift
  for item in "$@"; do
    (( place += 1 ))
    [[ $item == "$wanted" ]] && echo "$place" && return
  done
  echo 0
}

count_text() {
  local rest=$1 count=0
  if [[ -z $2 ]]; then
    echo $(( ${#1} + 1 ))
    return
  fi
  while [[ $rest == *"$2"* ]]; do
    rest=${rest#*"$2"}
    (( count += 1 ))
  done
  echo "$count"
}

s="hello"
seen=()
mapfile -d '' -t items < <(split_text "$s" "")
for c in "${items[@]}"; do
  if (( $(find_item "$c" "${seen[@]}") == 0 )); then
    seen+=("$c")
    printf '%s\n' "$c $(count_text "$s" "$c")"
  fi
done
