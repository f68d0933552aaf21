function root(n)
  x = n
  for k = 1, 30 do
    x = (x + n / x) / 2
  end
  return x
end

print(math.floor(root(2) * 1000000 + 0.5))
print(math.abs(root(9) - 3) < 1e-9)
