function grade($points) {
  global $mark;
  if ($points >= 90) {
    $mark = 'A';
  } elseif ($points >= 80) {
    $mark = 'B';
  } elseif ($points >= 70) {
    $mark = 'C';
  } else {
    $mark = 'F';
  }
  return $mark;
}

foreach ([95, 80, 79, 12] as $points) {
  echo $points . ': ' . grade($points), PHP_EOL;
}
