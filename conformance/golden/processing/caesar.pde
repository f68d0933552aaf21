String letters = "abcdefghijklmnopqrstuvwxyz";
String out;
String c;
int place;

void setup() {
  println(shift("xyz", 3));
  println(shift(shift("hello", 5), -5));
}

String shift(String word, int by) {
  out = "";
  for (int i : steps(1, word.length())) {
    c = str(word.charAt(i - 1));
    place = letters.indexOf(c) + 1 - 1;
    place = modulo(place + by, 26);
    out += str(letters.charAt(place));
  }
  return out;
}

ArrayList<Integer> steps(int from, float to) {
  // Counts from one number to another, up or down.
  ArrayList<Integer> numbers = new ArrayList<Integer>();
  for (int n = from; from <= to ? n <= to : n >= to; n += from <= to ? 1 : -1) {
    numbers.add(n);
  }
  return numbers;
}

int modulo(int dividend, int divisor) {
  // With the sign of the divisor.
  int rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}
