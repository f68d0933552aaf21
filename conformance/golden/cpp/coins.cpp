#include <cmath>
#include <iostream>
#include <vector>

int rest = 93;
for (int coin : std::vector<int>{50, 20, 10, 5, 2, 1}) {
  int count = int(std::floor(double(rest) / coin));
  rest = rest % coin;
  if (count > 0) {
    std::cout << count << " x " << coin << std::endl;
  }
}
