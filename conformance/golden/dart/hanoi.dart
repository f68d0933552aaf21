var disks, from, to, over, moves;

void move(disks, from, to, over) {
  if (disks > 0) {
    move(disks - 1, from, over, to);
    moves = (moves is num ? moves : 0) + 1;
    print([from,' -> ',to].join());
    move(disks - 1, over, to, from);
  }
}


main() {
  moves = 0;
  move(2, 'left', 'right', 'middle');
  print(moves);
}