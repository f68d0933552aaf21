#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

template <typename T>
std::vector<T> part_of(const std::vector<T>& list, int from, int to) {
  // The items between two places; those below 0 count from the end.
  int size = list.size();
  int end = to < 0 ? size + to : to;
  std::vector<T> part;
  for (int i = from < 0 ? size + from : from; i <= end; i++) {
    part.push_back(list.at(i));
  }
  return part;
}

template <typename T>
std::string join_items(const std::vector<T>& list, const std::string& delimiter) {
  std::ostringstream text;
  text << std::boolalpha << std::setprecision(15);
  for (size_t i = 0; i < list.size(); i++) {
    text << (i == 0 ? "" : delimiter) << list[i];
  }
  return text.str();
}

std::vector<int> sorted(const std::vector<int>& l);

std::vector<int> join(std::vector<int> a, int p, const std::vector<int>& b) {
  a.push_back(p);
  for (int x : std::vector<int>(b)) {
    a.push_back(x);
  }
  return a;
}

std::vector<int> with_first(int x, std::vector<int> l, int p, bool smaller) {
  if ((x < p) == smaller) {
    l.insert(l.begin(), x);
  }
  return l;
}

std::vector<int> chosen_from(const std::vector<int>& l, int i, int p, bool smaller) {
  if (i > int(l.size())) {
    return {};
  }
  return with_first(l.at(i - 1), chosen_from(l, i + 1, p, smaller), p, smaller);
}

std::vector<int> chosen(const std::vector<int>& l, int p, bool smaller) {
  return chosen_from(l, 1, p, smaller);
}

std::vector<int> parts(int p, const std::vector<int>& rest) {
  return join(sorted(chosen(rest, p, true)), p, sorted(chosen(rest, p, false)));
}

std::vector<int> sorted(const std::vector<int>& l) {
  if (int(l.size()) < 2) {
    return l;
  }
  return parts(l.at(0), part_of(l, 1, -1));
}

std::cout << join_items(sorted({3, 1, 4, 1, 5, 9, 2, 6}), ",") << std::endl;
