#include <cmath>
#include <iostream>
#include <string>

std::string binary(int n) {
  if (n < 2) {
    return std::to_string(n);
  }
  return binary(int(std::floor(n / 2.0))) + std::to_string(n % 2);
}

std::cout << binary(10) << std::endl;
std::cout << binary(255) << std::endl;
