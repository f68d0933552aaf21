function steps($n) {
  global $count2;
  $count2 = 0;
  while ($n != 1) {
    if (fmod($n, 2) == 0) {
      $n = $n / 2;
    } else {
      $n = $n * 3 + 1;
    }
    $count2 += 1;
  }
  return $count2;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

echo text_of(steps(27)), PHP_EOL;
