modulo() {
  # With the sign of the divisor.
  echo $(( ($1 % $2 + $2) % $2 ))
}

join_items() {
  local delimiter=$1 result=${2-} item
  shift $(( $# > 1 ? 2 : 1 ))
  for item in "$@"; do result+=$delimiter$item; done
  printf '%s' "$result"
}

primes=()
for (( n = 2; n <= 30; n++ )); do
  ok=true
  for p in "${primes[@]}"; do
    if (( $(modulo "$n" "$p") == 0 )); then
      ok=false
      break
    fi
  done
  if [[ $ok == true ]]; then
    primes+=("$n")
  fi
done
printf '%s\n' "$(join_items " " "${primes[@]}")"
