var m, sum, row, x;


m = [[1, 2], [3, 4]];
sum = 0;
for (var row_index in m) {
  row = m[row_index];
  for (var x_index in row) {
    x = row[x_index];
    sum = (typeof sum === 'number' ? sum : 0) + x;
  }
}
console.log(sum);
