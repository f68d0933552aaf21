import math


secret = 42
low = 1
high = 100
tries = 0
guess = 0
while guess != secret:
  guess = math.floor((low + high) / 2)
  tries += 1
  if guess < secret:
    low = guess + 1
  elif guess > secret:
    high = guess - 1
print(f'found {guess} in {tries} tries')
