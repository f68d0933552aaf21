function leap(year)
  return year % 400 == 0 or year % 4 == 0 and not (year % 100 == 0)
end

for _, year in ipairs({1900, 2000, 2023, 2024}) do
  if leap(year) then
    print(year .. ' is a leap year')
  else
    print(year .. ' is not')
  end
end
