var a, b, t;

dynamic gcd(a, b) {
  while (!(b == 0)) {
    t = b;
    b = a % b;
    a = t;
  }
  return a;
}


main() {
  print(gcd(48, 18));
  print(gcd(7, 3));
}