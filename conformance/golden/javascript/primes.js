var number, found, divisor;

function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}

function is_prime(number) {
  var divisor_end = number - 1;
  var divisor_inc = 1;
  if (2 > divisor_end) {
    divisor_inc = -divisor_inc;
  }
  for (divisor = 2; divisor_inc >= 0 ? divisor <= divisor_end : divisor >= divisor_end; divisor += divisor_inc) {
    if (modulo(number, divisor) == 0) {
      return false;
    }
  }
  return true;
}


found = [];
number = 2;
while (!(found.length == 6)) {
  if (number == 2 || is_prime(number)) {
    found.push(number);
  }
  number = (typeof number === 'number' ? number : 0) + 1;
}
console.log(found.join(', '));
