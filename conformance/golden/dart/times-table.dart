var row, line, column;


main() {
  for (row = 1; row <= 3; row++) {
    line = '';
    for (column = 1; column <= 4; column++) {
      line = [line, row * column].join();
      if (column < 4) {
        line = [line, ' '].join();
      }
    }
    print(line);
  }
}