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

mapfile -d '' -t words < <(split_text "a b a c a" " ")
count=0
for w in "${words[@]}"; do
  if [[ $w == "a" ]]; then
    (( count += 1 ))
  fi
done
echo "$count"
