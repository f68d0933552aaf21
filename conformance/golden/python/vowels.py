def steps(start, end, step=1):
  # From one number to another, up or down.
  size = abs(step) if start <= end else -abs(step)
  while start <= end if size > 0 else start >= end:
    yield start
    start += size


sentence = 'Blocks are for everyone'
vowels = 0
for i in steps(1, len(sentence)):
  letter = sentence[i - 1].lower()
  if 'aeiou'.find(letter) + 1 > 0:
    vowels += 1
print(f'{vowels} vowels')
