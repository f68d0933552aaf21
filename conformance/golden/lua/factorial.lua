function factorial(n)
  if n < 2 then
    return 1
  end
  return n * factorial(n - 1)
end

result = 1
for i = 1, 6 do
  result = result * i
end
print(result)
print(factorial(6))
