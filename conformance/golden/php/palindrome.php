function isPalindrome($s) {
  return $s === implode(array_reverse(mb_str_split($s)));
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

echo text_of(isPalindrome('level')), PHP_EOL;
echo text_of(isPalindrome('hello')), PHP_EOL;
