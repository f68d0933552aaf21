#include <cmath>
#include <iostream>
#include <vector>

int place(const std::vector<int>& l, int w) {
  int low = 1;
  int high = int(l.size());
  while (low <= high) {
    int middle = int(std::floor((low + high) / 2.0));
    int x = l.at(middle - 1);
    if (x == w) {
      return middle;
    }
    if (x < w) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return 0;
}

std::cout << place({1, 3, 5, 7, 9, 11}, 9) << std::endl;
std::cout << place({1, 3, 5}, 4) << std::endl;
std::cout << place({}, 4) << std::endl;
