function find_text($text, $part) {
  // The place of the first letter of a part of a text, or 0.
  $place = mb_strpos($text, $part);
  return $place === false ? 0 : $place + 1;
}

$sentence = 'Blocks are for everyone';
$vowels = 0;
foreach (range(1, mb_strlen($sentence)) as $i) {
  $letter = mb_strtolower(mb_substr($sentence, $i - 1, 1));
  if (find_text('aeiou', $letter) > 0) {
    $vowels += 1;
  }
}
echo $vowels . ' vowels', PHP_EOL;
