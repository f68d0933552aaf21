function factorial($n) {
  if ($n < 2) {
    return 1;
  }
  return $n * factorial($n - 1);
}

$result = 1;
for ($i = 1; $i <= 6; $i++) {
  $result = $result * $i;
}
echo $result, PHP_EOL;
echo factorial(6), PHP_EOL;
