function leap($year) {
  return fmod($year, 400) == 0 || fmod($year, 4) == 0 && !(fmod($year, 100) == 0);
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

foreach ([1900, 2000, 2023, 2024] as $year) {
  if (leap($year)) {
    echo text_of($year) . ' is a leap year', PHP_EOL;
  } else {
    echo text_of($year) . ' is not', PHP_EOL;
  }
}
