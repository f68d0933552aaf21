row = globals().get('row', '')


for i in range(1, 4):
  row = ''
  for _ in range(int(3 - i)):
    row = str(row) + ' '
  for _ in range(int(2 * i - 1)):
    row = str(row) + '*'
  print(row)
