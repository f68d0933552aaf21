function join_texts(list, delimiter)
  local texts = {}
  for place, item in ipairs(list) do
    texts[place] = tostring(item)
  end
  return table.concat(texts, delimiter)
end

primes = {}
for n = 2, 30 do
  ok = true
  for _, p in ipairs(primes) do
    if n % p == 0 then
      ok = false
      break
    end
  end
  if ok then
    table.insert(primes, n)
  end
end
print(join_texts(primes, ' '))
