function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$l = [];
for ($i = 1; $i <= 4; $i++) {
  $l[] = $i;
}
echo text_of(array_pop($l)), PHP_EOL;
echo text_of(array_shift($l)), PHP_EOL;
echo count($l), PHP_EOL;
