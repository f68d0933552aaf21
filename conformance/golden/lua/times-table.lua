for row = 1, 3 do
  line = ''
  for column = 1, 4 do
    line = line .. row * column
    if column < 4 then
      line = line .. ' '
    end
  end
  print(line)
end
