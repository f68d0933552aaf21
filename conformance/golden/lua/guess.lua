secret = 42
low = 1
high = 100
tries = 0
guess = 0
while guess ~= secret do
  guess = math.floor((low + high) / 2)
  tries = tries + 1
  if guess < secret then
    low = guess + 1
  elseif guess > secret then
    high = guess - 1
  end
end
print('found ' .. guess .. ' in ' .. tries .. ' tries')
