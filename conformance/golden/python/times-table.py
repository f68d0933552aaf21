for row in range(1, 4):
  line = ''
  for column in range(1, 5):
    line += str(row * column)
    if column < 4:
      line += ' '
  print(line)
