def upRange(start, stop, step):
  while start <= stop:
    yield start
    start += abs(step)

def downRange(start, stop, step):
  while start >= stop:
    yield start
    start -= abs(step)


numbers = [3, 41, 12, 9, 74, 15]
largest = numbers[0]
place = 1
i_end = len(numbers)
for i in (2 <= i_end) and upRange(2, i_end, 1) or downRange(2, i_end, 1):
  if numbers[int(i - 1)] > largest:
    largest = numbers[int(i - 1)]
    place = i
print(''.join([str(x) for x in [largest, ' at ', place]]))
