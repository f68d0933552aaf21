isPalindrome <- function(s) {
  s == intToUtf8(rev(utf8ToInt(s)))
}

writeLines(as.character(isPalindrome("level")))
writeLines(as.character(isPalindrome("hello")))
