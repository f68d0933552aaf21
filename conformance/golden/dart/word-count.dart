var words, count, w;


main() {
  words = 'a b a c a'.split(' ');
  count = 0;
  for (var w in words) {
    if (w == 'a') {
      count = (count is num ? count : 0) + 1;
    }
  }
  print(count);
}