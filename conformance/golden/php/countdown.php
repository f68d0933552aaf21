for ($i = 3; $i >= 1; $i--) {
  echo $i, PHP_EOL;
}
echo 'Go!', PHP_EOL;
