function find_text($text, $part) {
  // The place of the first letter of a part of a text, or 0.
  $place = mb_strpos($text, $part);
  return $place === false ? 0 : $place + 1;
}

function modulo($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}

function shift($word, $by) {
  global $out, $i, $c, $letters, $place;
  $out = '';
  foreach (range(1, mb_strlen($word)) as $i) {
    $c = mb_substr($word, $i - 1, 1);
    $place = find_text($letters, $c) - 1;
    $place = modulo($place + $by, 26);
    $out .= mb_substr($letters, $place, 1);
  }
  return $out;
}

$letters = 'abcdefghijklmnopqrstuvwxyz';
echo shift('xyz', 3), PHP_EOL;
echo shift(shift('hello', 5), -5), PHP_EOL;
