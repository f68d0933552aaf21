def upRange(start, stop, step):
  while start <= stop:
    yield start
    start += abs(step)

def downRange(start, stop, step):
  while start >= stop:
    yield start
    start -= abs(step)


l = [5, 2, 9, 1]
n = len(l)
i_end = n - 1
for i in (1 <= i_end) and upRange(1, i_end, 1) or downRange(1, i_end, 1):
  j_end = n - i
  for j in (1 <= j_end) and upRange(1, j_end, 1) or downRange(1, j_end, 1):
    a = l[int(j - 1)]
    b = l[int((j + 1) - 1)]
    if a > b:
      l[int(j - 1)] = b
      l[int((j + 1) - 1)] = a
print(','.join(map(str, l)))
