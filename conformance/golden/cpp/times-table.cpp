#include <iostream>
#include <string>

for (int row = 1; row <= 3; row++) {
  std::string line = "";
  for (int column = 1; column <= 4; column++) {
    line += std::to_string(row * column);
    if (column < 4) {
      line += " ";
    }
  }
  std::cout << line << std::endl;
}
