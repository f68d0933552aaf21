var word, by, letters, out, i, c, place;

dynamic shift(word, by) {
  out = '';
  var i_end = word.length;
  num i_inc = 1;
  if (1 > i_end) {
    i_inc = -i_inc;
  }
  for (i = 1; i_inc >= 0 ? i <= i_end : i >= i_end; i += i_inc) {
    c = word[(i - 1)];
    place = (letters.indexOf(c) + 1) - 1;
    place = (place + by) % 26;
    out = [out, letters[((place + 1) - 1)]].join();
  }
  return out;
}


main() {
  letters = 'abcdefghijklmnopqrstuvwxyz';
  print(shift('xyz', 3));
  print(shift(shift('hello', 5), -5));
}