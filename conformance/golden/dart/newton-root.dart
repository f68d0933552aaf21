import 'dart:math' as Math;

var n, x;

dynamic root(n) {
  x = n;
  for (int count = 0; count < 30; count++) {
    x = (x + n / x) / 2;
  }
  return x;
}


main() {
  print((root(2) * 1000000).round());
  print((root(9) - 3).abs() < 1e-9);
}