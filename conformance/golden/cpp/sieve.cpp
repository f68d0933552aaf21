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

std::vector<int> primes;
for (int n = 2; n <= 30; n++) {
  bool ok = true;
  for (int p : primes) {
    if (n % p == 0) {
      ok = false;
      break;
    }
  }
  if (ok) {
    primes.push_back(n);
  }
}
std::cout << join_items(primes, " ") << std::endl;
