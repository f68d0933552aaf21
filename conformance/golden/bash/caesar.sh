steps() {
  # Counts from one number to another, up or down.
  local n by=${3:-1}
  local size=$(( by < 0 ? -by : by ))
  if (( $1 <= $2 )); then
    for (( n = $1; n <= $2; n += size )); do echo "$n"; done
  else
    for (( n = $1; n >= $2; n -= size )); do echo "$n"; done
  fi
}

find_text() {
  # The place of the first letter of a part of a text, or 0.
  local before=${1%%"$2"*}
  [[ $1 == *"$2"* ]] && echo $(( ${#before} + 1 )) || echo 0
}

modulo() {
  # With the sign of the divisor.
  echo $(( ($1 % $2 + $2) % $2 ))
}

shift2() {
  local word=$1 by=$2 out i c place
  out=""
  for i in $(steps 1 "${#word}"); do
    c=${word:i - 1:1}
    place=$(($(find_text "$letters" "$c") - 1))
    place=$(modulo $((place + by)) 26)
    out+=${letters:place:1}
  done
  printf '%s\n' "$out"
}

letters="abcdefghijklmnopqrstuvwxyz"
printf '%s\n' "$(shift2 "xyz" 3)"
printf '%s\n' "$(shift2 "$(shift2 "hello" 5)" -5)"
