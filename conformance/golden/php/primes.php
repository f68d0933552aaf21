function modulo($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}

function is_prime($number) {
  global $divisor;
  foreach (range(2, $number - 1) as $divisor) {
    if (modulo($number, $divisor) == 0) {
      return false;
    }
  }
  return true;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$found = [];
$number = 2;
while (count($found) != 6) {
  if ($number == 2 || is_prime($number)) {
    $found[] = $number;
  }
  $number += 1;
}
echo implode(', ', array_map('text_of', $found)), PHP_EOL;
