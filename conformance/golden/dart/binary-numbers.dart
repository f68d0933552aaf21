import 'dart:math' as Math;

var n;

dynamic binary(n) {
  if (n < 2) {
    return n.toString();
  }
  return [binary((n / 2).floor()),n % 2].join();
}


main() {
  print(binary(10));
  print(binary(255));
}