def leap(year):
  return year % 400 == 0 or year % 4 == 0 and not year % 100 == 0


for year in [1900, 2000, 2023, 2024]:
  if leap(year):
    print(f'{year} is a leap year')
  else:
    print(f'{year} is not')
