var year;

dynamic leap(year) {
  return year % 400 == 0 || year % 4 == 0 && !(year % 100 == 0);
}


main() {
  for (var year in [1900, 2000, 2023, 2024]) {
    if (leap(year)) {
      print([year,' is a leap year'].join());
    } else {
      print([year,' is not'].join());
    }
  }
}