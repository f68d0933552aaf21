import math


rest = 93
for coin in [50, 20, 10, 5, 2, 1]:
  count = math.floor(rest / coin)
  rest = rest % coin
  if count > 0:
    print(f'{count} x {coin}')
