for i = 3, 1, -1 do
  print(i)
end
print('Go!')
