var divisor, found, number;

function* steps(start, end, step = 1) {
  // From one number to another, up or down.
  const size = start <= end ? Math.abs(step) : -Math.abs(step);
  for (let n = start; size > 0 ? n <= end : n >= end; n += size) {
    yield n;
  }
}

function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}

function is_prime(number) {
  for (divisor of steps(2, number - 1)) {
    if (modulo(number, divisor) === 0) {
      return false;
    }
  }
  return true;
}


found = [];
number = 2;
while (found.length !== 6) {
  if (number === 2 || is_prime(number)) {
    found.push(number);
  }
  number = (typeof number === 'number' ? number : 0) + 1;
}
console.log(found.join(', '));
