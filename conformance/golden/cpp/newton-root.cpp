#include <cmath>
#include <iostream>

double root(long long n) {
  double x = n;
  for (long long k = 0; k < 30; k++) {
    x = (x + n / x) / 2;
  }
  return x;
}

std::cout << std::boolalpha;
std::cout << std::llround(root(2) * 1000000) << std::endl;
std::cout << (std::abs(root(9) - 3) < 1e-9) << std::endl;
