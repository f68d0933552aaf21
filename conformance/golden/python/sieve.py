primes = []
for n in range(2, 31):
  ok = True
  for p in primes:
    if n % p == 0:
      ok = False
      break
  if ok:
    primes.append(n)
print(' '.join(map(str, primes)))
