$numbers = [3, 41, 12, 9, 74, 15];
$largest = $numbers[0];
$place = 1;
foreach (range(2, count($numbers)) as $i) {
  if ($numbers[$i - 1] > $largest) {
    $largest = $numbers[$i - 1];
    $place = $i;
  }
}
echo $largest . ' at ' . $place, PHP_EOL;
