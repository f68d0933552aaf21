int t;

void setup() {
  println(gcd(48, 18));
  println(gcd(7, 3));
}

int gcd(int a, int b) {
  while (b != 0) {
    t = b;
    b = modulo(a, b);
    a = t;
  }
  return a;
}

int modulo(int dividend, int divisor) {
  // With the sign of the divisor.
  int rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}
