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

numbers=(3 41 12 9 74 15)
largest=${numbers[0]}
place=1
for i in $(steps 2 "${#numbers[@]}"); do
  if (( ${numbers[i - 1]} > largest )); then
    largest=${numbers[i - 1]}
    place=$i
  fi
done
echo "$largest at $place"
