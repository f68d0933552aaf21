import 'dart:math' as Math;

var l, w, low, high, middle, x;

dynamic place(l, w) {
  low = 1;
  high = l.length;
  while (low <= high) {
    middle = ((low + high) / 2).floor();
    x = l[(middle - 1)];
    if (x == w) {
      return middle;
    }
    if (x < w) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return 0;
}


main() {
  print(place([1, 3, 5, 7, 9, 11], 9));
  print(place([1, 3, 5], 4));
  print(place([], 4));
}