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

$primes = [];
for ($n = 2; $n <= 30; $n++) {
  $ok = true;
  foreach ($primes as $p) {
    if (modulo($n, $p) == 0) {
      $ok = false;
      break;
    }
  }
  if ($ok) {
    $primes[] = $n;
  }
}
echo implode(' ', array_map('text_of', $primes)), PHP_EOL;
