#include <iostream>
#include <vector>

std::vector<std::vector<int>> m = {{1, 2}, {3, 4}};
int sum = 0;
for (const std::vector<int>& row : m) {
  for (int x : row) {
    sum += x;
  }
}
std::cout << sum << std::endl;
