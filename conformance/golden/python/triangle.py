for i in range(1, 4):
  row = ''
  for _ in range(3 - i):
    row += ' '
  for _ in range(2 * i - 1):
    row += '*'
  print(row)
