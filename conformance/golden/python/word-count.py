words = 'a b a c a'.split(' ')
count = 0
for w in words:
  if w == 'a':
    count += 1
print(count)
