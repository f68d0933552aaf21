def isPalindrome(s):
  return s == s[::-1]


print(isPalindrome('level'))
print(isPalindrome('hello'))
