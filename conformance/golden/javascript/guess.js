var secret, low, high, tries, guess;


secret = 42;
low = 1;
high = 100;
tries = 0;
guess = 0;
while (guess !== secret) {
  guess = Math.floor((low + high) / 2);
  tries++;
  if (guess < secret) {
    low = guess + 1;
  } else if (guess > secret) {
    high = guess - 1;
  }
}
console.log(`found ${guess} in ${tries} tries`);
