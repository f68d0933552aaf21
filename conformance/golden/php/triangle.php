for ($i = 1; $i <= 3; $i++) {
  $row = '';
  for ($k = 0, $end2 = 3 - $i; $k < $end2; $k++) {
    $row .= ' ';
  }
  for ($k2 = 0, $end3 = 2 * $i - 1; $k2 < $end3; $k2++) {
    $row .= '*';
  }
  echo $row, PHP_EOL;
}
