rest = 93
for _, coin in ipairs({50, 20, 10, 5, 2, 1}) do
  count = math.floor(rest / coin)
  rest = rest % coin
  if count > 0 then
    print(count .. ' x ' .. coin)
  end
end
