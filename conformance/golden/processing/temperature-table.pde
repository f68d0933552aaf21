for (int c = 0; c <= 100; c += 50) {
  println(c + " C = " + (c * 9 / 5.0 + 32) + " F");
}
