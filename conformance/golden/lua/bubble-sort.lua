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

function join_texts(list, delimiter)
  local texts = {}
  for place, item in ipairs(list) do
    texts[place] = tostring(item)
  end
  return table.concat(texts, delimiter)
end

l = {5, 2, 9, 1}
n = #l
for i in steps(1, n - 1, 1) do
  for j in steps(1, n - i, 1) do
    a = l[j]
    b = l[j + 1]
    if a > b then
      l[j] = b
      l[j + 1] = a
    end
  end
end
print(join_texts(l, ','))
