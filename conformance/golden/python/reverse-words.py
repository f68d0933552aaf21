words = 'one two three'.split(' ')
print(' '.join(map(str, list(reversed(words)))))
for word in words:
  print(word[::-1])
