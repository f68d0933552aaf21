var row, line, column;


for (row = 1; row <= 3; row++) {
  line = '';
  for (column = 1; column <= 4; column++) {
    line += row * column;
    if (column < 4) {
      line += ' ';
    }
  }
  console.log(line);
}
