#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

std::vector<std::string> letters(const std::string& text) {
  // The letters of a text in UTF-8, which are of one byte or more.
  std::vector<std::string> result;
  for (char byte : text) {
    if (result.empty() || (byte & 0xC0) != 0x80) {
      result.emplace_back();
    }
    result.back() += byte;
  }
  return result;
}

template <typename T, typename U>
int place_of(const std::vector<T>& list, const U& item) {
  // Where an item comes first, from 0; -1 where it doesn't.
  auto found = std::find(list.begin(), list.end(), item);
  return found == list.end() ? -1 : found - list.begin();
}

int count_text(const std::string& text, const std::string& part) {
  if (part.empty()) {
    return letters(text).size() + 1;
  }
  int count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    count++;
  }
  return count;
}

std::string s = "hello";
std::vector<std::string> seen;
for (const std::string& c : letters(s)) {
  if (place_of(seen, c) + 1 == 0) {
    seen.push_back(c);
    std::cout << c << " " << count_text(s, c) << std::endl;
  }
}
