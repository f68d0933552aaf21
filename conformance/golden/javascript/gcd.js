var t;

function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}

function gcd(a, b) {
  while (b !== 0) {
    t = b;
    b = modulo(a, b);
    a = t;
  }
  return a;
}


console.log(gcd(48, 18));
console.log(gcd(7, 3));
