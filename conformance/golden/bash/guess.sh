divided_down() {
  # A quotient, rounded down.
  echo $(( $1 / $2 - ($1 % $2 != 0 && ($1 < 0) != ($2 < 0)) ))
}

secret=42
low=1
high=100
tries=0
guess=0
while (( guess != secret )); do
  guess=$(divided_down $((low + high)) 2)
  (( tries += 1 ))
  if (( guess < secret )); then
    low=$((guess + 1))
  elif (( guess > secret )); then
    high=$((guess - 1))
  fi
done
echo "found $guess in $tries tries"
