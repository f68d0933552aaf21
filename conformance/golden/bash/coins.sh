divided_down() {
  # A quotient, rounded down.
  echo $(( $1 / $2 - ($1 % $2 != 0 && ($1 < 0) != ($2 < 0)) ))
}

modulo() {
  # With the sign of the divisor.
  echo $(( ($1 % $2 + $2) % $2 ))
}

rest=93
for coin in 50 20 10 5 2 1; do
  count=$(divided_down "$rest" "$coin")
  rest=$(modulo "$rest" "$coin")
  if (( count > 0 )); then
    echo "$count x $coin"
  fi
done
