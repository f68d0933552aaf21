function place($l, $w) {
  global $low, $high, $middle, $x;
  $low = 1;
  $high = count($l);
  while ($low <= $high) {
    $middle = floor(($low + $high) / 2);
    $x = $l[$middle - 1];
    if ($x == $w) {
      return $middle;
    }
    if ($x < $w) {
      $low = $middle + 1;
    } else {
      $high = $middle - 1;
    }
  }
  return 0;
}

echo place([1, 3, 5, 7, 9, 11], 9), PHP_EOL;
echo place([1, 3, 5], 4), PHP_EOL;
echo place([], 4), PHP_EOL;
