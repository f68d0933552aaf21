function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

function roman($number) {
  global $values, $letters, $text, $i;
  $values = [10, 9, 5, 4, 1];
  $letters = ['X', 'IX', 'V', 'IV', 'I'];
  $text = '';
  for ($i = 1; $i <= 5; $i++) {
    while ($number >= $values[$i - 1]) {
      $text .= text_of($letters[$i - 1]);
      $number = $number - $values[$i - 1];
    }
  }
  return $text;
}

echo roman(14), PHP_EOL;
echo roman(39), PHP_EOL;
