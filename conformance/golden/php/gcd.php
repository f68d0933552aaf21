function modulo($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}

function gcd($a, $b) {
  global $t;
  while ($b != 0) {
    $t = $b;
    $b = modulo($a, $b);
    $a = $t;
  }
  return $a;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

echo text_of(gcd(48, 18)), PHP_EOL;
echo text_of(gcd(7, 3)), PHP_EOL;
