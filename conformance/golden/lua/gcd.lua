function gcd(a, b)
  while b ~= 0 do
    t = b
    b = a % b
    a = t
  end
  return a
end

print(gcd(48, 18))
print(gcd(7, 3))
