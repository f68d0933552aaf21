var out, i, c, place, letters;

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

function shift(word, by) {
  out = '';
  for (i of steps(1, word.length)) {
    c = word.charAt(i - 1);
    place = (letters.indexOf(c) + 1) - 1;
    place = modulo(place + by, 26);
    out += letters.charAt(place);
  }
  return out;
}


letters = 'abcdefghijklmnopqrstuvwxyz';
console.log(shift('xyz', 3));
console.log(shift(shift('hello', 5), -5));
