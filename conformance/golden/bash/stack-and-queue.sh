l=()
for (( i = 1; i <= 4; i++ )); do
  l+=("$i")
done
item=${l[-1]}
unset 'l[-1]'
printf '%s\n' "$item"
item2=${l[0]}
l=("${l[@]:1}")
printf '%s\n' "$item2"
echo "${#l[@]}"
