m = [[1, 2], [3, 4]]
sum2 = 0
for row in m:
  for x in row:
    sum2 += x
print(sum2)
