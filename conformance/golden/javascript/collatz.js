var n, count;

function steps(n) {
  count = 0;
  while (!(n == 1)) {
    if (n % 2 === 0) {
      n = n / 2;
    } else {
      n = n * 3 + 1;
    }
    count = (typeof count === 'number' ? count : 0) + 1;
  }
  return count;
}


console.log(steps(27));
