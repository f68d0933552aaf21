int moves = 0;

void setup() {
  move(2, "left", "right", "middle");
  println(moves);
}

void move(int disks, String from, String to, String over) {
  if (disks > 0) {
    move(disks - 1, from, over, to);
    moves++;
    println(from + " -> " + to);
    move(disks - 1, over, to, from);
  }
}
