function size(value)
  return type(value) == 'string' and utf8.len(value) or #value
end

function same(a, b)
  -- Whether two values are the same, lists item by item.
  if type(a) ~= 'table' or type(b) ~= 'table' then
    return a == b
  end
  for k = 1, math.max(#a, #b) do
    if not same(a[k], b[k]) then
      return false
    end
  end
  return true
end

function place(l, w)
  low = 1
  high = size(l)
  while low <= high do
    middle = math.floor((low + high) / 2)
    x = l[middle]
    if same(x, w) then
      return middle
    end
    if x < w then
      low = middle + 1
    else
      high = middle - 1
    end
  end
  return 0
end

print(place({1, 3, 5, 7, 9, 11}, 9))
print(place({1, 3, 5}, 4))
print(place({}, 4))
