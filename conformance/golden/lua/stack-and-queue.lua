l = {}
for i = 1, 4 do
  table.insert(l, i)
end
print(table.remove(l))
print(table.remove(l, 1))
print(#l)
