#include <iostream>
#include <string>
#include <vector>

std::string roman(int number) {
  std::vector<int> values = {10, 9, 5, 4, 1};
  std::vector<std::string> letters = {"X", "IX", "V", "IV", "I"};
  std::string text = "";
  for (int i = 1; i <= 5; i++) {
    while (number >= values.at(i - 1)) {
      text += letters.at(i - 1);
      number = number - values.at(i - 1);
    }
  }
  return text;
}

std::cout << roman(14) << std::endl;
std::cout << roman(39) << std::endl;
