#include <cctype>
#include <cmath>
#include <iostream>
#include <string>
#include <vector>

std::vector<int> steps(int from, double to, int by = 1) {
  // Counts from one number to another, up or down.
  std::vector<int> numbers;
  int size = from <= to ? std::abs(by) : -std::abs(by);
  for (int n = from; size > 0 ? n <= to : n >= to; n += size) {
    numbers.push_back(n);
  }
  return numbers;
}

std::string lower_case(std::string text) {
  for (char& letter : text) {
    letter = std::tolower(static_cast<unsigned char>(letter));
  }
  return text;
}

std::string sentence = "Blocks are for everyone";
int vowels = 0;
for (int i : steps(1, int(sentence.size()))) {
  std::string letter = lower_case(sentence.substr(i - 1, 1));
  if (int(std::string("aeiou").find(letter)) + 1 > 0) {
    vowels++;
  }
}
std::cout << vowels << " vowels" << std::endl;
