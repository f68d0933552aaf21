function split_text($text, $delimiter) {
  return $delimiter === '' ? mb_str_split($text) : explode($delimiter, $text);
}

$words = split_text('a b a c a', ' ');
$count = 0;
foreach ($words as $w) {
  if ($w === 'a') {
    $count += 1;
  }
}
echo $count, PHP_EOL;
