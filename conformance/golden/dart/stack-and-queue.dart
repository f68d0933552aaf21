var l, i;


main() {
  l = [];
  for (i = 1; i <= 4; i++) {
    l.add(i);
  }
  print(l.removeLast());
  print(l.removeAt(0));
  print(l.length);
}