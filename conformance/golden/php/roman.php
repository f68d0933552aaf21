function roman($number) {
  global $values, $letters, $text, $i;
  $values = [10, 9, 5, 4, 1];
  $letters = ['X', 'IX', 'V', 'IV', 'I'];
  $text = '';
  for ($i = 1; $i <= 5; $i++) {
    while ($number >= $values[$i - 1]) {
      $text .= $letters[$i - 1];
      $number = $number - $values[$i - 1];
    }
  }
  return $text;
}

echo roman(14), PHP_EOL;
echo roman(39), PHP_EOL;
