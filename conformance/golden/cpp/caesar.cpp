#include <cmath>
#include <iostream>
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

std::string letters = "abcdefghijklmnopqrstuvwxyz";

std::string shift(const std::string& word, int by) {
  std::string out = "";
  for (int i : steps(1, int(word.size()))) {
    std::string c = word.substr(i - 1, 1);
    int place = int(letters.find(c)) + 1 - 1;
    place = modulo(place + by, 26);
    out += letters.substr(place, 1);
  }
  return out;
}

std::cout << shift("xyz", 3) << std::endl;
std::cout << shift(shift("hello", 5), -5) << std::endl;
