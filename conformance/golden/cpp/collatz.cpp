#include <cmath>
#include <iostream>

int steps(double n) {
  int count = 0;
  while (n != 1) {
    if (std::fmod(n, 2) == 0) {
      n = n / 2;
    } else {
      n = n * 3 + 1;
    }
    count++;
  }
  return count;
}

std::cout << steps(27) << std::endl;
