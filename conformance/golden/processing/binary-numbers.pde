void setup() {
  println(binary2(10));
  println(binary2(255));
}

String binary2(int n) {
  if (n < 2) {
    return str(n);
  }
  return binary2(floor(n / 2.0)) + modulo(n, 2);
}

int modulo(int dividend, int divisor) {
  // With the sign of the divisor.
  int rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}
