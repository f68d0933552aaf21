for c in range(0, 101, 50):
  print(f'{c} C = {(c * 9) / 5 + 32} F')
