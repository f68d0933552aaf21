var primes, n, ok, p;


main() {
  primes = [];
  for (n = 2; n <= 30; n++) {
    ok = true;
    for (var p in primes) {
      if (n % p == 0) {
        ok = false;
        break;
      }
    }
    if (ok) {
      primes.add(n);
    }
  }
  print(primes.join(' '));
}