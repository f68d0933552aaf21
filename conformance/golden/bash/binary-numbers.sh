divided_down() {
  # A quotient, rounded down.
  echo $(( $1 / $2 - ($1 % $2 != 0 && ($1 < 0) != ($2 < 0)) ))
}

modulo() {
  # With the sign of the divisor.
  echo $(( ($1 % $2 + $2) % $2 ))
}

binary() {
  local n=$1
  if (( n < 2 )); then
    echo "$n"
    return
  fi
  printf '%s\n' "$(binary "$(divided_down "$n" 2)")$(modulo "$n" 2)"
}

printf '%s\n' "$(binary 10)"
printf '%s\n' "$(binary 255)"
