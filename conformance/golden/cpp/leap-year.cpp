#include <iostream>
#include <vector>

bool leap(int year) {
  return year % 400 == 0 || (year % 4 == 0 && !(year % 100 == 0));
}

for (int year : std::vector<int>{1900, 2000, 2023, 2024}) {
  if (leap(year)) {
    std::cout << year << " is a leap year" << std::endl;
  } else {
    std::cout << year << " is not" << std::endl;
  }
}
