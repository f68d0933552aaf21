def factorial(n):
  if n < 2:
    return 1
  return n * factorial(n - 1)


result = 1
for i in range(1, 7):
  result = result * i
print(result)
print(factorial(6))
