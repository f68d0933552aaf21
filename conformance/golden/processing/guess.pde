int secret = 42;
int low = 1;
int high = 100;
int tries = 0;
int guess = 0;
while (guess != secret) {
  guess = floor((low + high) / 2.0);
  tries++;
  if (guess < secret) {
    low = guess + 1;
  } else if (guess > secret) {
    high = guess - 1;
  }
}
println("found " + guess + " in " + tries + " tries");
