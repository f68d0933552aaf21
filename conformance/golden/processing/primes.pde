ArrayList<Integer> found = new ArrayList<Integer>();
int number = 2;

void setup() {
  while (found.size() != 6) {
    if (number == 2 || is_prime(number)) {
      found.add(number);
    }
    number++;
  }
  println(joinItems(found, ", "));
}

boolean is_prime(int number) {
  for (int divisor : steps(2, number - 1)) {
    if (modulo(number, divisor) == 0) {
      return false;
    }
  }
  return true;
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

String joinItems(ArrayList list, String delimiter) {
  String result = "";
  for (int i = 0; i < list.size(); i++) {
    result += (i == 0 ? "" : delimiter) + list.get(i);
  }
  return result;
}
