var primes, n, ok, p;

function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}


primes = [];
for (n = 2; n <= 30; n++) {
  ok = true;
  for (var p_index in primes) {
    p = primes[p_index];
    if (modulo(n, p) == 0) {
      ok = false;
      break;
    }
  }
  if (ok) {
    primes.push(n);
  }
}
console.log(primes.join(' '));
