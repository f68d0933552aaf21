for ($i = 1; $i <= 15; $i++) {
  if (fmod($i, 15) == 0) {
    echo 'FizzBuzz', PHP_EOL;
  } elseif (fmod($i, 3) == 0) {
    echo 'Fizz', PHP_EOL;
  } elseif (fmod($i, 5) == 0) {
    echo 'Buzz', PHP_EOL;
  } else {
    echo $i, PHP_EOL;
  }
}
