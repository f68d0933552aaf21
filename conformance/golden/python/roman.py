def roman(number):
  global values, letters, text, i
  values = [10, 9, 5, 4, 1]
  letters = ['X', 'IX', 'V', 'IV', 'I']
  text = ''
  for i in range(1, 6):
    while number >= values[i - 1]:
      text += str(letters[i - 1])
      number = number - values[i - 1]
  return text


print(roman(14))
print(roman(39))
