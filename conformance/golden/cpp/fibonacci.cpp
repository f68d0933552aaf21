#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

template <typename T>
std::string join_items(const std::vector<T>& list, const std::string& delimiter) {
  std::ostringstream text;
  text << std::boolalpha << std::setprecision(15);
  for (size_t i = 0; i < list.size(); i++) {
    text << (i == 0 ? "" : delimiter) << list[i];
  }
  return text.str();
}

std::vector<long long> numbers = {1, 1};
for (long long k = 0; k < 8; k++) {
  numbers.push_back(numbers.at(numbers.size() - 1) + numbers.at(numbers.size() - 2));
}
std::cout << join_items(numbers, " ") << std::endl;
