function grade(points)
  if points >= 90 then
    mark = 'A'
  elseif points >= 80 then
    mark = 'B'
  elseif points >= 70 then
    mark = 'C'
  else
    mark = 'F'
  end
  return mark
end

for _, points in ipairs({95, 80, 79, 12}) do
  print(points .. ': ' .. grade(points))
end
