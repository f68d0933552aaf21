String line2 = null;

for (int row = 1; row <= 3; row++) {
  line2 = "";
  for (int column = 1; column <= 4; column++) {
    line2 += row * column;
    if (column < 4) {
      line2 += " ";
    }
  }
  println(line2);
}
