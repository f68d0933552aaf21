var primes, n, ok, p;

function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}


primes = [];
for (n = 2; n <= 30; n++) {
  ok = true;
  for (p of primes) {
    if (modulo(n, p) === 0) {
      ok = false;
      break;
    }
  }
  if (ok) {
    primes.push(n);
  }
}
console.log(primes.join(' '));
