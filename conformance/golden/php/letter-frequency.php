function split_text($text, $delimiter) {
  return $delimiter === '' ? mb_str_split($text) : explode($delimiter, $text);
}

function same($a, $b) {
  // Whether two values are the same; 1 and 1.0 are, 1 and '1' are not.
  return is_string($a) === is_string($b)
    && is_bool($a) === is_bool($b)
    && is_null($a) === is_null($b)
    && $a == $b;
}

function find_item($list, $value) {
  // The place of the first item that is the same, counted from 1, or 0.
  foreach ($list as $place => $item) {
    if (same($item, $value)) {
      return $place + 1;
    }
  }
  return 0;
}

function count_text($text, $part) {
  return $part === '' ? mb_strlen($text) + 1 : substr_count($text, $part);
}

$s = 'hello';
$seen = [];
foreach (split_text($s, '') as $c) {
  if (find_item($seen, $c) == 0) {
    $seen[] = $c;
    echo $c . ' ' . count_text($s, $c), PHP_EOL;
  }
}
