function sum(list)
  local result = 0
  for _, number in ipairs(list) do
    result = result + number
  end
  return result
end

function average(list)
  return sum(list) / #list
end

marks = {70, 85, 92, 61}
print('best: ' .. math.max(table.unpack(marks)))
print('worst: ' .. math.min(table.unpack(marks)))
print('average: ' .. math.floor(average(marks) + 0.5))
passed = 0
for _, mark in ipairs(marks) do
  if mark >= 65 then
    passed = passed + 1
  end
end
print(passed .. ' of ' .. #marks .. ' have passed')
