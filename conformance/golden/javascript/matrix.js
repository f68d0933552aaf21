var m, sum, row, x;


m = [[1, 2], [3, 4]];
sum = 0;
for (row of m) {
  for (x of row) {
    sum += x;
  }
}
console.log(sum);
