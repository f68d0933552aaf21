def sorted2(l):
  if len(l) < 2:
    return l
  return parts(l[0], l[1 : ])

def parts(p, rest):
  return join(sorted2(chosen(rest, p, True)), p, sorted2(chosen(rest, p, False)))

def chosen(l, p, smaller):
  return chosen_from(l, 1, p, smaller)

def chosen_from(l, i, p, smaller):
  if i > len(l):
    return []
  return with_first(l[int(i - 1)], chosen_from(l, i + 1, p, smaller), p, smaller)

def with_first(x, l, p, smaller):
  if (x < p) == smaller:
    l.insert(0, x)
  return l

def join(a, p, b):
  global x
  a.append(p)
  for x in list(b):
    a.append(x)
  return a


print(','.join(map(str, sorted2([3, 1, 4, 1, 5, 9, 2, 6]))))
