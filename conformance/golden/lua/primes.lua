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

function is_prime(number)
  for divisor in steps(2, number - 1, 1) do
    if number % divisor == 0 then
      return false
    end
  end
  return true
end

function join_texts(list, delimiter)
  local texts = {}
  for place, item in ipairs(list) do
    texts[place] = tostring(item)
  end
  return table.concat(texts, delimiter)
end

found = {}
number = 2
while #found ~= 6 do
  if number == 2 or is_prime(number) then
    table.insert(found, number)
  end
  number = number + 1
end
print(join_texts(found, ', '))
