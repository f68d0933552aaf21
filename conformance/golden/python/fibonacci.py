numbers = [1, 1]
for _ in range(8):
  numbers.append(numbers[-1] + numbers[-2])
print(' '.join(map(str, numbers)))
