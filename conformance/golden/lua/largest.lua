function steps(from, to, by)
  -- Counts from one number to another, up or down.
  local step = from <= to and math.abs(by) or -math.abs(by)
  local number = from - step
  return function()
    number = number + step
    if step >= 0 and number <= to or step < 0 and number >= to then
      return number
    end
  end
end

numbers = {3, 41, 12, 9, 74, 15}
largest = numbers[1]
place = 1
for i in steps(2, #numbers, 1) do
  if numbers[i] > largest then
    largest = numbers[i]
    place = i
  end
end
print(largest .. ' at ' .. place)
