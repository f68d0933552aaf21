var l, n, i, j, a, b;

function* steps(start, end, step = 1) {
  // From one number to another, up or down.
  const size = start <= end ? Math.abs(step) : -Math.abs(step);
  for (let n = start; size > 0 ? n <= end : n >= end; n += size) {
    yield n;
  }
}


l = [5, 2, 9, 1];
n = l.length;
for (i of steps(1, n - 1)) {
  for (j of steps(1, n - i)) {
    a = l[j - 1];
    b = l[j];
    if (a > b) {
      l[j - 1] = b;
      l[j] = a;
    }
  }
}
console.log(l.join(','));
