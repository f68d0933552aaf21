reverse_text() {
  local k
  for (( k = ${#1} - 1; k >= 0; k-- )); do printf '%s' "${1:k:1}"; done
}

isPalindrome() {
  local s=$1
  [[ $s == "$(reverse_text "$s")" ]] && echo true || echo false
}

echo "$(isPalindrome "level")"
echo "$(isPalindrome "hello")"
