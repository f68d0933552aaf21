ArrayList<Integer> primes = new ArrayList<Integer>();
boolean ok;

void setup() {
  for (int n = 2; n <= 30; n++) {
    ok = true;
    for (int p : primes) {
      if (modulo(n, p) == 0) {
        ok = false;
        break;
      }
    }
    if (ok) {
      primes.add(n);
    }
  }
  println(joinItems(primes, " "));
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
