function leap($year) {
  return fmod($year, 400) == 0 || fmod($year, 4) == 0 && !(fmod($year, 100) == 0);
}

foreach ([1900, 2000, 2023, 2024] as $year) {
  if (leap($year)) {
    echo $year . ' is a leap year', PHP_EOL;
  } else {
    echo $year . ' is not', PHP_EOL;
  }
}
