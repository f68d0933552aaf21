var n, count;

dynamic steps(n) {
  count = 0;
  while (!(n == 1)) {
    if (n % 2 == 0) {
      n = n / 2;
    } else {
      n = n * 3 + 1;
    }
    count = (count is num ? count : 0) + 1;
  }
  return count;
}


main() {
  print(steps(27));
}