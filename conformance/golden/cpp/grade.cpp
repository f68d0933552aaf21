#include <iostream>
#include <string>
#include <vector>

std::string mark;

std::string grade(int points) {
  if (points >= 90) {
    mark = "A";
  } else if (points >= 80) {
    mark = "B";
  } else if (points >= 70) {
    mark = "C";
  } else {
    mark = "F";
  }
  return mark;
}

for (int points : std::vector<int>{95, 80, 79, 12}) {
  std::cout << points << ": " << grade(points) << std::endl;
}
