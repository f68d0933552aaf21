def grade(points):
  global mark
  if points >= 90:
    mark = 'A'
  elif points >= 80:
    mark = 'B'
  elif points >= 70:
    mark = 'C'
  else:
    mark = 'F'
  return mark


for points in [95, 80, 79, 12]:
  print(f'{points}: {grade(points)}')
