function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$l = [5, 2, 9, 1];
$n = count($l);
foreach (range(1, $n - 1) as $i) {
  foreach (range(1, $n - $i) as $j) {
    $a = $l[$j - 1];
    $b = $l[$j];
    if ($a > $b) {
      $l[$j - 1] = $b;
      $l[$j] = $a;
    }
  }
}
echo implode(',', array_map('text_of', $l)), PHP_EOL;
