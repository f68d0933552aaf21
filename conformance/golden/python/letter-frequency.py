def first_index(my_list, elem):
  try: index = my_list.index(elem) + 1
  except: index = 0
  return index


s = 'hello'
seen = []
for c in list(s):
  if first_index(seen, c) == 0:
    seen.append(c)
    print(f'{c} {s.count(c)}')
