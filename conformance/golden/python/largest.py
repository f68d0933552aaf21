def steps(start, end, step=1):
  # From one number to another, up or down.
  size = abs(step) if start <= end else -abs(step)
  while start <= end if size > 0 else start >= end:
    yield start
    start += size


numbers = [3, 41, 12, 9, 74, 15]
largest = numbers[0]
place = 1
for i in steps(2, len(numbers)):
  if numbers[i - 1] > largest:
    largest = numbers[i - 1]
    place = i
print(f'{largest} at {place}')
