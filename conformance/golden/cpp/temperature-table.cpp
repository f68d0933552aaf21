#include <iomanip>
#include <iostream>

std::cout << std::setprecision(15);
for (int c = 0; c <= 100; c += 50) {
  std::cout << c << " C = " << c * 9 / 5.0 + 32 << " F" << std::endl;
}
