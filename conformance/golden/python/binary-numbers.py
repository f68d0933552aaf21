import math

def binary(n):
  if n < 2:
    return str(n)
  return str(binary(math.floor(n / 2))) + str(n % 2)


print(binary(10))
print(binary(255))
