function steps(n)
  count = 0
  while n ~= 1 do
    if n % 2 == 0 then
      n = n / 2
    else
      n = n * 3 + 1
    end
    count = count + 1
  end
  return count
end

print(steps(27))
