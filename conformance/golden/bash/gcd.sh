modulo() {
  # With the sign of the divisor.
  echo $(( ($1 % $2 + $2) % $2 ))
}

gcd() {
  local a=$1 b=$2 t
  until (( b == 0 )); do
    t=$b
    b=$(modulo "$a" "$b")
    a=$t
  done
  echo "$a"
}

echo "$(gcd 48 18)"
echo "$(gcd 7 3)"
