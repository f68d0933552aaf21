l = []
for i in range(1, 5):
  l.append(i)
print(l.pop())
print(l.pop(0))
print(len(l))
