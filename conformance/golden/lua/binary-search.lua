function place(l, w)
  low = 1
  high = #l
  while low <= high do
    middle = math.floor((low + high) / 2)
    x = l[middle]
    if x == w then
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
