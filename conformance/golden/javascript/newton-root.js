var x;

function root(n) {
  x = n;
  for (let count = 0; count < 30; count++) {
    x = (x + n / x) / 2;
  }
  return x;
}


console.log(Math.round(root(2) * 1000000));
console.log(Math.abs(root(9) - 3) < 1e-9);
