function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}

function binary(n) {
  if (n < 2) {
    return String(n);
  }
  return String(binary(Math.floor(n / 2))) + String(modulo(n, 2));
}


console.log(binary(10));
console.log(binary(255));
