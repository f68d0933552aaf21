def steps(start, end, step=1):
  # From one number to another, up or down.
  size = abs(step) if start <= end else -abs(step)
  while start <= end if size > 0 else start >= end:
    yield start
    start += size


l = [5, 2, 9, 1]
n = len(l)
for i in steps(1, n - 1):
  for j in steps(1, n - i):
    a = l[j - 1]
    b = l[j]
    if a > b:
      l[j - 1] = b
      l[j] = a
print(','.join(map(str, l)))
