float x;

void setup() {
  println(round(root(2) * 1000000));
  println(abs(root(9) - 3) < 1e-9);
}

float root(int n) {
  x = n;
  for (int k = 0; k < 30; k++) {
    x = (x + n / x) / 2;
  }
  return x;
}
