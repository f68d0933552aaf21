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

std::vector<std::string> words = split("a b a c a", " ");
int count = 0;
for (const std::string& w : words) {
  if (w == "a") {
    count++;
  }
}
std::cout << count << std::endl;
