import 'dart:math' as Math;

var secret, low, high, tries, guess;


main() {
  secret = 42;
  low = 1;
  high = 100;
  tries = 0;
  guess = 0;
  while (guess != secret) {
    guess = ((low + high) / 2).floor();
    tries = (tries is num ? tries : 0) + 1;
    if (guess < secret) {
      low = guess + 1;
    }else if (guess > secret) {
      high = guess - 1;
    }
  }
  print(['found ',guess,' in ',tries,' tries'].join());
}