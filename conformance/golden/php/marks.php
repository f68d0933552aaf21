function average($list) {
  return array_sum($list) / count($list);
}

$marks = [70, 85, 92, 61];
echo 'best: ' . max($marks), PHP_EOL;
echo 'worst: ' . min($marks), PHP_EOL;
echo 'average: ' . round(average($marks)), PHP_EOL;
$passed = 0;
foreach ($marks as $mark) {
  if ($mark >= 65) {
    $passed += 1;
  }
}
echo $passed . ' of ' . count($marks) . ' have passed', PHP_EOL;
