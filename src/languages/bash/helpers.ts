/**
 * Functions for what Bash has none of its own for. They print what they find,
 * and lists with a zero byte behind each item.
 */
export const helpers: Record<string, string> = {
  steps: `
{=steps}() {
  # Counts from one number to another, up or down.
  local n by=\${3:-1}
  local size=$(( by < 0 ? -by : by ))
  if (( $1 <= $2 )); then
    for (( n = $1; n <= $2; n += size )); do echo "$n"; done
  else
    for (( n = $1; n >= $2; n -= size )); do echo "$n"; done
  fi
}`,

  abs_of: `
{=abs_of}() {
  echo $(( $1 < 0 ? -$1 : $1 ))
}`,

  is_prime: `
{=is_prime}() {
  local factor
  (( $1 > 1 )) || return 1
  for (( factor = 2; factor * factor <= $1; factor++ )); do
    (( $1 % factor )) || return 1
  done
}`,

  modulo: `
{=modulo}() {
  # With the sign of the divisor.
  echo $(( ($1 % $2 + $2) % $2 ))
}`,

  divided_down: `
{=divided_down}() {
  # A quotient, rounded down.
  echo $(( $1 / $2 - ($1 % $2 != 0 && ($1 < 0) != ($2 < 0)) ))
}`,

  divided_up: `
{=divided_up}() {
  # A quotient, rounded up.
  echo $(( $1 / $2 + ($1 % $2 != 0 && ($1 < 0) == ($2 < 0)) ))
}`,

  rounded: `
{=rounded}() {
  # A quotient, rounded; halves go up.
  {=divided_down} $(( 2 * $1 + $2 )) $(( 2 * $2 ))
}`,

  constrained: `
{=constrained}() {
  local least=$(( $1 > $2 ? $1 : $2 ))
  echo $(( least < $3 ? least : $3 ))
}`,

  random_integer: `
{=random_integer}() {
  local low=$(( $1 < $2 ? $1 : $2 )) high=$(( $1 < $2 ? $2 : $1 ))
  echo $(( low + (RANDOM * 32768 + RANDOM) % (high - low + 1) ))
}`,

  sum_of: `
{=sum_of}() {
  local number total=0
  for number in "$@"; do (( total += number )); done
  echo "$total"
}`,

  smallest: `
{=smallest}() {
  local number result=$1
  for number in "$@"; do (( number < result )) && result=$number; done
  echo "$result"
}`,

  largest: `
{=largest}() {
  local number result=$1
  for number in "$@"; do (( number > result )) && result=$number; done
  echo "$result"
}`,

  modes: `
{=modes}() {
  # The items that are in a list most often.
  local item other count most=0 result=()
  for item in "$@"; do
    count=0
    for other in "$@"; do [[ $item == "$other" ]] && (( count += 1 )); done
    (( count > most )) && most=$count result=()
    (( count == most && $({=find_item} "$item" "\${result[@]}") == 0 )) && result+=("$item")
  done
  (( \${#result[@]} )) && printf '%s\\0' "\${result[@]}"
}`,

  repeated: `
{=repeated}() {
  local k
  for (( k = 0; k < $2; k++ )); do printf '%s\\0' "$1"; done
}`,

  reversed: `
{=reversed}() {
  local k
  for (( k = $#; k > 0; k-- )); do printf '%s\\0' "\${!k}"; done
}`,

  sorted: `
{=sorted}() {
  # Sorts what comes behind the options of sort.
  local options=$1
  shift
  (( $# )) && printf '%s\\0' "$@" | LC_ALL=C sort -z "$options"
}`,

  find_item: `
{=find_item}() {
  # The place of the first item that is the same, counted from 1, or 0.
  local wanted=$1 item place=0
  shift
  for item in "$@"; do
    (( place += 1 ))
    [[ $item == "$wanted" ]] && echo "$place" && return
  done
  echo 0
}`,

  find_last_item: `
{=find_last_item}() {
  # The place of the last item that is the same, counted from 1, or 0.
  local wanted=$1 place
  shift
  for (( place = $#; place > 0; place-- )); do
    [[ \${!place} == "$wanted" ]] && break
  done
  echo "$place"
}`,

  join_items: `
{=join_items}() {
  local delimiter=$1 result=\${2-} item
  shift $(( $# > 1 ? 2 : 1 ))
  for item in "$@"; do result+=$delimiter$item; done
  printf '%s' "$result"
}`,

  split_text: `
{=split_text}() {
  # Cuts a text at another, or, if that is empty, into letters.
  local rest=$1 k
  if [[ -z $2 ]]; then
    for (( k = 0; k < \${#rest}; k++ )); do printf '%s\\0' "\${rest:k:1}"; done
    return
  fi
  while [[ $rest == *"$2"* ]]; do
    printf '%s\\0' "\${rest%%"$2"*}"
    rest=\${rest#*"$2"}
  done
  printf '%s\\0' "$rest"
}`,

  find_text: `
{=find_text}() {
  # The place of the first letter of a part of a text, or 0.
  local before=\${1%%"$2"*}
  [[ $1 == *"$2"* ]] && echo $(( \${#before} + 1 )) || echo 0
}`,

  find_last_text: `
{=find_last_text}() {
  # The place of the last part of a text that is the same, or 0.
  local before=\${1%"$2"*}
  [[ $1 == *"$2"* ]] && echo $(( \${#before} + 1 )) || echo 0
}`,

  count_text: `
{=count_text}() {
  local rest=$1 count=0
  if [[ -z $2 ]]; then
    echo $(( \${#1} + 1 ))
    return
  fi
  while [[ $rest == *"$2"* ]]; do
    rest=\${rest#*"$2"}
    (( count += 1 ))
  done
  echo "$count"
}`,

  title_case: `
{=title_case}() {
  local k letter before=' ' lower=\${1,,}
  for (( k = 0; k < \${#lower}; k++ )); do
    letter=\${lower:k:1}
    [[ $before == [[:space:]] ]] && letter=\${letter^}
    printf '%s' "$letter"
    before=$letter
  done
}`,

  trim_left: `
{=trim_left}() {
  printf '%s' "\${1#"\${1%%[![:space:]]*}"}"
}`,

  trim_right: `
{=trim_right}() {
  printf '%s' "\${1%"\${1##*[![:space:]]}"}"
}`,

  trim: `
{=trim}() {
  {=trim_left} "$({=trim_right} "$1")"
}`,

  reverse_text: `
{=reverse_text}() {
  local k
  for (( k = \${#1} - 1; k >= 0; k-- )); do printf '%s' "\${1:k:1}"; done
}`
};
