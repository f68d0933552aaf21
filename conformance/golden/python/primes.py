def steps(start, end, step=1):
  # From one number to another, up or down.
  size = abs(step) if start <= end else -abs(step)
  while start <= end if size > 0 else start >= end:
    yield start
    start += size

def is_prime(number):
  global divisor
  for divisor in steps(2, number - 1):
    if number % divisor == 0:
      return False
  return True


found = []
number = 2
while len(found) != 6:
  if number == 2 or is_prime(number):
    found.append(number)
  number += 1
print(', '.join(map(str, found)))
