var i;


main() {
  for (i = 3; i >= 1; i--) {
    print(i);
  }
  print('Go!');
}