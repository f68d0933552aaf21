function split_text($text, $delimiter) {
  return $delimiter === '' ? mb_str_split($text) : explode($delimiter, $text);
}

$words = split_text('a b a c a', ' ');
$count2 = 0;
foreach ($words as $w) {
  if ($w === 'a') {
    $count2 += 1;
  }
}
echo $count2, PHP_EOL;
