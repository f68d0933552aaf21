void setup() {
  println(isPalindrome("level"));
  println(isPalindrome("hello"));
}

boolean isPalindrome(String s) {
  return s.equals(reverseText(s));
}

String reverseText(String text) {
  String result = "";
  for (int i = text.length() - 1; i >= 0; i--) {
    result += str(text.charAt(i));
  }
  return result;
}
