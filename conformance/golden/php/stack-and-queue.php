$l = [];
for ($i = 1; $i <= 4; $i++) {
  $l[] = $i;
}
echo array_pop($l), PHP_EOL;
echo array_shift($l), PHP_EOL;
echo count($l), PHP_EOL;
