int count;

void setup() {
  println(steps(27));
}

int steps(float n) {
  count = 0;
  while (n != 1) {
    if (n % 2 == 0) {
      n = n / 2;
    } else {
      n = n * 3 + 1;
    }
    count++;
  }
  return count;
}
