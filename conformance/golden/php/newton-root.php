function root($n) {
  global $x;
  $x = $n;
  for ($k = 0; $k < 30; $k++) {
    $x = ($x + $n / $x) / 2;
  }
  return $x;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

echo round(root(2) * 1000000), PHP_EOL;
echo text_of(abs(root(9) - 3) < 1e-9), PHP_EOL;
