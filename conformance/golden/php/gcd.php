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

echo gcd(48, 18), PHP_EOL;
echo gcd(7, 3), PHP_EOL;
