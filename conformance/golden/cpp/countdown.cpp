#include <iostream>

for (int i = 3; i >= 1; i--) {
  std::cout << i << std::endl;
}
std::cout << "Go!" << std::endl;
