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

sentence="Blocks are for everyone"
vowels=0
for i in $(steps 1 "${#sentence}"); do
  text=${sentence:i - 1:1}
  letter=${text,,}
  if (( $(find_text "aeiou" "$letter") > 0 )); then
    (( vowels += 1 ))
  fi
done
echo "$vowels vowels"
