#include <iostream>
#include <string>

bool isPalindrome(const std::string& s) {
  return s == std::string(s.rbegin(), s.rend());
}

std::cout << std::boolalpha;
std::cout << isPalindrome("level") << std::endl;
std::cout << isPalindrome("hello") << std::endl;
