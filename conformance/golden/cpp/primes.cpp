#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

std::vector<int> steps(int from, double to, int by = 1) {
  // Counts from one number to another, up or down.
  std::vector<int> numbers;
  int size = from <= to ? std::abs(by) : -std::abs(by);
  for (int n = from; size > 0 ? n <= to : n >= to; n += size) {
    numbers.push_back(n);
  }
  return numbers;
}

int modulo(int dividend, int divisor) {
  // With the sign of the divisor.
  if (divisor == 0) {
    throw std::domain_error("division by zero");
  }
  int rest = dividend % divisor;
  return (rest != 0 && (rest < 0) != (divisor < 0)) ? rest + divisor : rest;
}

template <typename T>
std::string join_items(const std::vector<T>& list, const std::string& delimiter) {
  std::ostringstream text;
  text << std::boolalpha << std::setprecision(15);
  for (size_t i = 0; i < list.size(); i++) {
    text << (i == 0 ? "" : delimiter) << list[i];
  }
  return text.str();
}

bool is_prime(int number) {
  for (int divisor : steps(2, number - 1)) {
    if (modulo(number, divisor) == 0) {
      return false;
    }
  }
  return true;
}

std::vector<int> found;
int number = 2;
while (int(found.size()) != 6) {
  if (number == 2 || is_prime(number)) {
    found.push_back(number);
  }
  number++;
}
std::cout << join_items(found, ", ") << std::endl;
