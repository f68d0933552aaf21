#include <iostream>

long long factorial(long long n) {
  if (n < 2) {
    return 1;
  }
  return n * factorial(n - 1);
}

long long result = 1;
for (long long i = 1; i <= 6; i++) {
  result = result * i;
}
std::cout << result << std::endl;
std::cout << factorial(6) << std::endl;
