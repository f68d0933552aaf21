function roman(number)
  values = {10, 9, 5, 4, 1}
  letters = {'X', 'IX', 'V', 'IV', 'I'}
  text = ''
  for i = 1, 5 do
    while number >= values[i] do
      text = text .. letters[i]
      number = number - values[i]
    end
  end
  return text
end

print(roman(14))
print(roman(39))
