function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

function move($disks, $from, $to, $over) {
  global $moves;
  if ($disks > 0) {
    move($disks - 1, $from, $over, $to);
    $moves += 1;
    echo text_of($from) . ' -> ' . text_of($to), PHP_EOL;
    move($disks - 1, $over, $to, $from);
  }
}

$moves = 0;
move(2, 'left', 'right', 'middle');
echo $moves, PHP_EOL;
