String row = null;

for (int i = 1; i <= 3; i++) {
  row = "";
  for (int k = 0, end = 3 - i; k < end; k++) {
    row += " ";
  }
  for (int k2 = 0, end2 = 2 * i - 1; k2 < end2; k2++) {
    row += "*";
  }
  println(row);
}
