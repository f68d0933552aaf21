$m = [[1, 2], [3, 4]];
$sum = 0;
foreach ($m as $row) {
  foreach ($row as $x) {
    $sum += $x;
  }
}
echo $sum, PHP_EOL;
