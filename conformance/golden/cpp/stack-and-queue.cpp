#include <iostream>
#include <vector>

template <typename T>
T take_out(std::vector<T>& list, int place) {
  T item = list.at(place);
  list.erase(list.begin() + place);
  return item;
}

std::vector<int> l;
for (int i = 1; i <= 4; i++) {
  l.push_back(i);
}
std::cout << take_out(l, l.size() - 1) << std::endl;
std::cout << take_out(l, 0) << std::endl;
std::cout << int(l.size()) << std::endl;
