for ($c = 0; $c <= 100; $c += 50) {
  echo $c . ' C = ' . ($c * 9 / 5 + 32) . ' F', PHP_EOL;
}
