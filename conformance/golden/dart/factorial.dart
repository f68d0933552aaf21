var n, result, i;

dynamic factorial(n) {
  if (n < 2) {
    return 1;
  }
  return n * factorial(n - 1);
}


main() {
  result = 1;
  for (i = 1; i <= 6; i++) {
    result = result * i;
  }
  print(result);
  print(factorial(6));
}