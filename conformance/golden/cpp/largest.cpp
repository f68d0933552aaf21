#include <cmath>
#include <iostream>
#include <vector>

std::vector<int> steps(int from, double to, int by = 1) {
  // Counts from one number to another, up or down.
  std::vector<int> numbers;
  int size = from <= to ? std::abs(by) : -std::abs(by);
  for (int n = from; size > 0 ? n <= to : n >= to; n += size) {
    numbers.push_back(n);
  }
  return numbers;
}

std::vector<int> numbers = {3, 41, 12, 9, 74, 15};
int largest = numbers.at(0);
int place = 1;
for (int i : steps(2, int(numbers.size()))) {
  if (numbers.at(i - 1) > largest) {
    largest = numbers.at(i - 1);
    place = i;
  }
}
std::cout << largest << " at " << place << std::endl;
