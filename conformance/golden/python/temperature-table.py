for c in range(0, 101, 50):
  print(''.join([str(x) for x in [c, ' C = ', (c * 9) / 5 + 32, ' F']]))
