function split_text($text, $delimiter) {
  return $delimiter === '' ? mb_str_split($text) : explode($delimiter, $text);
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

$words = split_text('one two three', ' ');
echo implode(' ', array_map('text_of', array_reverse($words))), PHP_EOL;
foreach ($words as $word) {
  echo implode(array_reverse(mb_str_split($word))), PHP_EOL;
}
