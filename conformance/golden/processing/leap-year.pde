void setup() {
  for (int year2 : new int[] {1900, 2000, 2023, 2024}) {
    if (leap(year2)) {
      println(year2 + " is a leap year");
    } else {
      println(year2 + " is not");
    }
  }
}

boolean leap(int year2) {
  return year2 % 400 == 0 || year2 % 4 == 0 && !(year2 % 100 == 0);
}
