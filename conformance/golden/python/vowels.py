def upRange(start, stop, step):
  while start <= stop:
    yield start
    start += abs(step)

def downRange(start, stop, step):
  while start >= stop:
    yield start
    start -= abs(step)


sentence = 'Blocks are for everyone'
vowels = 0
i_end = len(sentence)
for i in (1 <= i_end) and upRange(1, i_end, 1) or downRange(1, i_end, 1):
  letter = sentence[int(i - 1)].lower()
  if 'aeiou'.find(letter) + 1 > 0:
    vowels += 1
print(str(vowels) + ' vowels')
