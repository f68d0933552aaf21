#include <cmath>
#include <iostream>

int secret = 42;
int low = 1;
int high = 100;
int tries = 0;
int guess = 0;
while (guess != secret) {
  guess = int(std::floor((low + high) / 2.0));
  tries++;
  if (guess < secret) {
    low = guess + 1;
  } else if (guess > secret) {
    high = guess - 1;
  }
}
std::cout << "found " << guess << " in " << tries << " tries" << std::endl;
