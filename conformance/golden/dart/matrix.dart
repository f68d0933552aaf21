var m, sum, row, x;


main() {
  m = [[1, 2], [3, 4]];
  sum = 0;
  for (var row in m) {
    for (var x in row) {
      sum = (sum is num ? sum : 0) + x;
    }
  }
  print(sum);
}