function steps($n) {
  global $count;
  $count = 0;
  while ($n != 1) {
    if (fmod($n, 2) == 0) {
      $n = $n / 2;
    } else {
      $n = $n * 3 + 1;
    }
    $count += 1;
  }
  return $count;
}

echo steps(27), PHP_EOL;
