function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

function modulo($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}

function binary($n) {
  if ($n < 2) {
    return text_of($n);
  }
  return binary(floor($n / 2)) . modulo($n, 2);
}

echo binary(10), PHP_EOL;
echo binary(255), PHP_EOL;
