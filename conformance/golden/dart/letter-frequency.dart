var s, seen, c;

int text_count(String haystack, String needle) {
  if (needle.length == 0) {
    return haystack.length + 1;
  }
  int index = 0;
  int count = 0;
  while (index != -1) {
    index = haystack.indexOf(needle, index);
    if (index != -1) {
      count++;
     index += needle.length;
    }
  }
  return count;
}


main() {
  s = 'hello';
  seen = [];
  for (var c in s.split('')) {
    if (seen.indexOf(c) + 1 == 0) {
      seen.add(c);
      print([c,' ',text_count(s, c)].join());
    }
  }
}