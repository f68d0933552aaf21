function join_texts(list, delimiter)
  local texts = {}
  for place, item in ipairs(list) do
    texts[place] = tostring(item)
  end
  return table.concat(texts, delimiter)
end

numbers = {1, 1}
for k = 1, 8 do
  table.insert(numbers, numbers[#numbers] + numbers[#numbers - 1])
end
print(join_texts(numbers, ' '))
