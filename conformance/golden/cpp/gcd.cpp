#include <iostream>
#include <stdexcept>

int modulo(int dividend, int divisor) {
  // With the sign of the divisor.
  if (divisor == 0) {
    throw std::domain_error("division by zero");
  }
  int rest = dividend % divisor;
  return (rest != 0 && (rest < 0) != (divisor < 0)) ? rest + divisor : rest;
}

int gcd(int a, int b) {
  while (b != 0) {
    int t = b;
    b = modulo(a, b);
    a = t;
  }
  return a;
}

std::cout << gcd(48, 18) << std::endl;
std::cout << gcd(7, 3) << std::endl;
