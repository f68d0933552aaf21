factorial() {
  local n=$1
  if (( n < 2 )); then
    echo 1
    return
  fi
  echo $((n * $(factorial $((n - 1)))))
}

result=1
for (( i = 1; i <= 6; i++ )); do
  result=$((result * i))
done
echo "$result"
echo "$(factorial 6)"
