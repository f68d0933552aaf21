function factorial($n) {
  if ($n < 2) {
    return 1;
  }
  return $n * factorial($n - 1);
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$result = 1;
for ($i = 1; $i <= 6; $i++) {
  $result = $result * $i;
}
echo $result, PHP_EOL;
echo text_of(factorial(6)), PHP_EOL;
