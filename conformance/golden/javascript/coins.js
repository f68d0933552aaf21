var rest, coin, count;

function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}


rest = 93;
for (coin of [50, 20, 10, 5, 2, 1]) {
  count = Math.floor(rest / coin);
  rest = modulo(rest, coin);
  if (count > 0) {
    console.log(`${count} x ${coin}`);
  }
}
