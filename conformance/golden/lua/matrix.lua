m = {{1, 2}, {3, 4}}
sum = 0
for _, row in ipairs(m) do
  for _, x in ipairs(row) do
    sum = sum + x
  end
end
print(sum)
