for c = 0, 100, 50 do
  print(c .. ' C = ' .. c * 9 / 5 + 32 .. ' F')
end
