function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$numbers = [1, 1];
for ($k = 0; $k < 8; $k++) {
  $numbers[] = $numbers[count($numbers) - 1] + $numbers[count($numbers) - 2];
}
echo implode(' ', array_map('text_of', $numbers)), PHP_EOL;
