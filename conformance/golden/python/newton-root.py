import math

def root(n):
  global x
  x = n
  for _ in range(30):
    x = (x + n / x) / 2
  return x


print(round(root(2) * 1000000))
print(abs(root(9) - 3) < 1e-9)
