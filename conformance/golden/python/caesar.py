def upRange(start, stop, step):
  while start <= stop:
    yield start
    start += abs(step)

def downRange(start, stop, step):
  while start >= stop:
    yield start
    start -= abs(step)

def shift(word, by):
  global out, i, c, place
  out = ''
  i_end = len(word)
  for i in (1 <= i_end) and upRange(1, i_end, 1) or downRange(1, i_end, 1):
    c = word[int(i - 1)]
    place = (letters.find(c) + 1) - 1
    place = (place + by) % 26
    out = str(out) + str(letters[int((place + 1) - 1)])
  return out


letters = 'abcdefghijklmnopqrstuvwxyz'
print(shift('xyz', 3))
print(shift(shift('hello', 5), -5))
