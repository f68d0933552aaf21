for (( i = 1; i <= 3; i++ )); do
  row=""
  for (( k = 0, end = 3 - i; k < end; k++ )); do
    row+=" "
  done
  for (( k2 = 0, end2 = 2 * i - 1; k2 < end2; k2++ )); do
    row+="*"
  done
  printf '%s\n' "$row"
done
