var result, i;

function factorial(n) {
  if (n < 2) {
    return 1;
  }
  return n * factorial(n - 1);
}


result = 1;
for (i = 1; i <= 6; i++) {
  result = result * i;
}
console.log(result);
console.log(factorial(6));
