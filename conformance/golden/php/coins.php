function modulo($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$rest = 93;
foreach ([50, 20, 10, 5, 2, 1] as $coin) {
  $count = floor($rest / $coin);
  $rest = modulo($rest, $coin);
  if ($count > 0) {
    echo $count . ' x ' . text_of($coin), PHP_EOL;
  }
}
