var i, row;


for (i = 1; i <= 3; i++) {
  row = '';
  for (let count = 0, end = Math.floor(3 - i); count < end; count++) {
    row += ' ';
  }
  for (let count2 = 0, end2 = Math.floor(2 * i - 1); count2 < end2; count2++) {
    row += '*';
  }
  console.log(row);
}
