var word, by, letters, out, i, c, place;

function modulo(dividend, divisor) {
  const rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}

function shift(word, by) {
  out = '';
  var i_end = word.length;
  var i_inc = 1;
  if (1 > i_end) {
    i_inc = -i_inc;
  }
  for (i = 1; i_inc >= 0 ? i <= i_end : i >= i_end; i += i_inc) {
    c = word.charAt((i - 1));
    place = (letters.indexOf(c) + 1) - 1;
    place = modulo(place + by, 26);
    out = String(out ?? '') + letters.charAt(((place + 1) - 1));
  }
  return out;
}


letters = 'abcdefghijklmnopqrstuvwxyz';
console.log(shift('xyz', 3));
console.log(shift(shift('hello', 5), -5));
