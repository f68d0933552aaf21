for (( i = 3; i >= 1; i-- )); do
  echo "$i"
done
echo 'Go!'
