function modulo($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}

$rest = 93;
foreach ([50, 20, 10, 5, 2, 1] as $coin) {
  $count = floor($rest / $coin);
  $rest = modulo($rest, $coin);
  if ($count > 0) {
    echo $count . ' x ' . $coin, PHP_EOL;
  }
}
