function modulo($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}

function binary($n) {
  if ($n < 2) {
    return strval($n);
  }
  return binary(floor($n / 2)) . modulo($n, 2);
}

echo binary(10), PHP_EOL;
echo binary(255), PHP_EOL;
