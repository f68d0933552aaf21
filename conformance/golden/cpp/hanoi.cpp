#include <iostream>
#include <string>

int moves = 0;

void move2(int disks, const std::string& from, const std::string& to, const std::string& over) {
  if (disks > 0) {
    move2(disks - 1, from, over, to);
    moves++;
    std::cout << from << " -> " << to << std::endl;
    move2(disks - 1, over, to, from);
  }
}

move2(2, "left", "right", "middle");
std::cout << moves << std::endl;
