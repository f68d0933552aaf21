def steps(start, end, step=1):
  # From one number to another, up or down.
  size = abs(step) if start <= end else -abs(step)
  while start <= end if size > 0 else start >= end:
    yield start
    start += size

def shift(word, by):
  global out, i, c, place
  out = ''
  for i in steps(1, len(word)):
    c = word[i - 1]
    place = (letters.find(c) + 1) - 1
    place = (place + by) % 26
    out += letters[int(place)]
  return out


letters = 'abcdefghijklmnopqrstuvwxyz'
print(shift('xyz', 3))
print(shift(shift('hello', 5), -5))
