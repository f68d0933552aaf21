int result = 1;

void setup() {
  for (int i = 1; i <= 6; i++) {
    result = result * i;
  }
  println(result);
  println(factorial(6));
}

int factorial(int n) {
  if (n < 2) {
    return 1;
  }
  return n * factorial(n - 1);
}
