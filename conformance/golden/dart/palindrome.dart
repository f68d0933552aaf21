var s;

dynamic isPalindrome(s) {
  return s == new String.fromCharCodes(s.runes.toList().reversed);
}


main() {
  print(isPalindrome('level'));
  print(isPalindrome('hello'));
}