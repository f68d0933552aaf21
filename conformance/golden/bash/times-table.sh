for (( row = 1; row <= 3; row++ )); do
  line=""
  for (( column = 1; column <= 4; column++ )); do
    line+=$((row * column))
    if (( column < 4 )); then
      line+=" "
    fi
  done
  printf '%s\n' "$line"
done
