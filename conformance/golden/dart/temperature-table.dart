var c;


main() {
  for (c = 0; c <= 100; c += 50) {
    print([c,' C = ',(c * 9) / 5 + 32,' F'].join());
  }
}