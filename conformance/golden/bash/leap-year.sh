leap() {
  local year2=$1
  (( year2 % 400 == 0 )) || { (( year2 % 4 == 0 )) && ! (( year2 % 100 == 0 )); } && echo true || echo false
}

for year in 1900 2000 2023 2024; do
  if [[ $(leap "$year") == true ]]; then
    echo "$year is a leap year"
  else
    echo "$year is not"
  fi
done
