#include <iostream>
#include <string>

int moves = 0;

void move2(int disks, std::string from, std::string to, std::string over) {
  if (disks > 0) {
    move2(disks - 1, from, over, to);
    moves++;
    std::cout << from << " -> " << to << std::endl;
    move2(disks - 1, over, to, from);
  }
}

moves = 0;
move2(2, "left", "right", "middle");
std::cout << moves << std::endl;
