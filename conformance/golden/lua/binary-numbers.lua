function binary(n)
  if n < 2 then
    return tostring(n)
  end
  return binary(math.floor(n / 2)) .. n % 2
end

print(binary(10))
print(binary(255))
