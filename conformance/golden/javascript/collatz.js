var count;

function steps(n) {
  count = 0;
  while (n !== 1) {
    if (n % 2 === 0) {
      n = n / 2;
    } else {
      n = n * 3 + 1;
    }
    count++;
  }
  return count;
}


console.log(steps(27));
