#include <iostream>
#include <string>

for (int i = 1; i <= 3; i++) {
  std::string row = "";
  for (int k = 0, end = 3 - i; k < end; k++) {
    row += " ";
  }
  for (int k2 = 0, end2 = 2 * i - 1; k2 < end2; k2++) {
    row += "*";
  }
  std::cout << row << std::endl;
}
