roman() {
  local number=$1 values letters text i
  values=(10 9 5 4 1)
  letters=("X" "IX" "V" "IV" "I")
  text=""
  for (( i = 1; i <= 5; i++ )); do
    while (( number >= ${values[i - 1]} )); do
      text+=${letters[i - 1]}
      number=$((number - ${values[i - 1]}))
    done
  done
  printf '%s\n' "$text"
}

printf '%s\n' "$(roman 14)"
printf '%s\n' "$(roman 39)"
