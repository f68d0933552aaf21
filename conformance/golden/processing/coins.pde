int rest = 93;
int count;

void setup() {
  for (int coin : new int[] {50, 20, 10, 5, 2, 1}) {
    count = floor(float(rest) / coin);
    rest = modulo(rest, coin);
    if (count > 0) {
      println(count + " x " + coin);
    }
  }
}

int modulo(int dividend, int divisor) {
  // With the sign of the divisor.
  int rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}
