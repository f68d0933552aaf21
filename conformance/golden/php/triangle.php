for ($i = 1; $i <= 3; $i++) {
  $row = '';
  for ($k = 0, $end = 3 - $i; $k < $end; $k++) {
    $row .= ' ';
  }
  for ($k2 = 0, $end2 = 2 * $i - 1; $k2 < $end2; $k2++) {
    $row .= '*';
  }
  echo $row, PHP_EOL;
}
