function move($disks, $from, $to, $over) {
  global $moves;
  if ($disks > 0) {
    move($disks - 1, $from, $over, $to);
    $moves += 1;
    echo $from . ' -> ' . $to, PHP_EOL;
    move($disks - 1, $over, $to, $from);
  }
}

$moves = 0;
move(2, 'left', 'right', 'middle');
echo $moves, PHP_EOL;
