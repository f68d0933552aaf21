for i = 1, 3 do
  row = ''
  for k = 1, 3 - i do
    row = row .. ' '
  end
  for k2 = 1, 2 * i - 1 do
    row = row .. '*'
  end
  print(row)
end
