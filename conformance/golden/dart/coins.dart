import 'dart:math' as Math;

var rest, coin, count;


main() {
  rest = 93;
  for (var coin in [50, 20, 10, 5, 2, 1]) {
    count = (rest / coin).floor();
    rest = rest % coin;
    if (count > 0) {
      print([count,' x ',coin].join());
    }
  }
}