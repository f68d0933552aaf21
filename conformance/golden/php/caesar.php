function size($value) {
  return is_string($value) ? mb_strlen($value) : count($value);
}

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
  foreach (range(1, size($word)) as $i) {
    $c = mb_substr($word, $i - 1, 1);
    $place = find_text($letters, $c) - 1;
    $place = modulo($place + $by, 26);
    $out .= mb_substr($letters, $place, 1);
  }
  return $out;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$letters = 'abcdefghijklmnopqrstuvwxyz';
echo text_of(shift('xyz', 3)), PHP_EOL;
echo text_of(shift(shift('hello', 5), -5)), PHP_EOL;
