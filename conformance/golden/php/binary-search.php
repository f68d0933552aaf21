function size($value) {
  return is_string($value) ? mb_strlen($value) : count($value);
}

function same($a, $b) {
  // Whether two values are the same; 1 and 1.0 are, 1 and '1' are not.
  return is_string($a) === is_string($b)
    && is_bool($a) === is_bool($b)
    && is_null($a) === is_null($b)
    && $a == $b;
}

function place($l, $w) {
  global $low, $high, $middle, $x;
  $low = 1;
  $high = size($l);
  while ($low <= $high) {
    $middle = floor(($low + $high) / 2);
    $x = $l[$middle - 1];
    if (same($x, $w)) {
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
