#include <algorithm>
#include <cmath>
#include <iostream>
#include <numeric>
#include <vector>

int largest(const std::vector<int>& numbers) {
  int result = numbers.at(0);
  for (int number : numbers) {
    result = std::max(result, number);
  }
  return result;
}

int smallest(const std::vector<int>& numbers) {
  int result = numbers.at(0);
  for (int number : numbers) {
    result = std::min(result, number);
  }
  return result;
}

double average(const std::vector<int>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / numbers.size();
}

std::vector<int> marks = {70, 85, 92, 61};
std::cout << "best: " << largest(marks) << std::endl;
std::cout << "worst: " << smallest(marks) << std::endl;
std::cout << "average: " << int(std::round(average(marks))) << std::endl;
int passed = 0;
for (int mark : marks) {
  if (mark >= 65) {
    passed++;
  }
}
std::cout << passed << " of " << int(marks.size()) << " have passed" << std::endl;
