function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$numbers = [3, 41, 12, 9, 74, 15];
$largest = $numbers[0];
$place = 1;
foreach (range(2, count($numbers)) as $i) {
  if ($numbers[$i - 1] > $largest) {
    $largest = $numbers[$i - 1];
    $place = $i;
  }
}
echo text_of($largest) . ' at ' . $place, PHP_EOL;
