function grade($points) {
  global $mark;
  if ($points >= 90) {
    $mark = 'A';
  } elseif ($points >= 80) {
    $mark = 'B';
  } elseif ($points >= 70) {
    $mark = 'C';
  } else {
    $mark = 'F';
  }
  return $mark;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

foreach ([95, 80, 79, 12] as $points) {
  echo text_of($points) . ': ' . grade($points), PHP_EOL;
}
