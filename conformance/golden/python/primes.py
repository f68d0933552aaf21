def upRange(start, stop, step):
  while start <= stop:
    yield start
    start += abs(step)

def downRange(start, stop, step):
  while start >= stop:
    yield start
    start -= abs(step)

def is_prime(number):
  global divisor
  divisor_end = number - 1
  for divisor in (2 <= divisor_end) and upRange(2, divisor_end, 1) or downRange(2, divisor_end, 1):
    if number % divisor == 0:
      return False
  return True


found = []
number = 2
while not len(found) == 6:
  if number == 2 or is_prime(number):
    found.append(number)
  number += 1
print(', '.join(map(str, found)))
