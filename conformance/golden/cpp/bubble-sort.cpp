#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>
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

template <typename T>
std::string join_items(const std::vector<T>& list, const std::string& delimiter) {
  std::ostringstream text;
  text << std::boolalpha << std::setprecision(15);
  for (size_t i = 0; i < list.size(); i++) {
    text << (i == 0 ? "" : delimiter) << list[i];
  }
  return text.str();
}

std::vector<int> l = {5, 2, 9, 1};
int n = int(l.size());
for (int i : steps(1, n - 1)) {
  for (int j : steps(1, n - i)) {
    int a = l.at(j - 1);
    int b = l.at(j);
    if (a > b) {
      l.at(j - 1) = b;
      l.at(j) = a;
    }
  }
}
std::cout << join_items(l, ",") << std::endl;
