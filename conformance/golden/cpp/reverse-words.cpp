#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

std::vector<std::string> split(const std::string& text, const std::string& delimiter) {
  std::vector<std::string> parts;
  size_t start = 0;
  size_t end;
  while ((end = text.find(delimiter, start)) != std::string::npos) {
    parts.push_back(text.substr(start, end - start));
    start = end + delimiter.size();
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string join(const std::vector<std::string>& list, const std::string& delimiter) {
  std::string text;
  for (size_t i = 0; i < list.size(); i++) {
    text += (i == 0 ? "" : delimiter) + list[i];
  }
  return text;
}

template <typename T>
std::vector<T> reversed(std::vector<T> list) {
  std::reverse(list.begin(), list.end());
  return list;
}

std::vector<std::string> words = split("one two three", " ");
std::cout << join(reversed(words), " ") << std::endl;
for (const std::string& word : words) {
  std::cout << std::string(word.rbegin(), word.rend()) << std::endl;
}
