var i, row;


main() {
  for (i = 1; i <= 3; i++) {
    row = '';
    var repeat_end = 3 - i;
    for (int count = 0; count < repeat_end; count++) {
      row = [row, ' '].join();
    }
    var repeat_end2 = 2 * i - 1;
    for (int count2 = 0; count2 < repeat_end2; count2++) {
      row = [row, '*'].join();
    }
    print(row);
  }
}