secret = 42;
low = 1;
high = 100;
tries = 0;
guess = 0;
while guess ~= secret
  guess = floor((low + high) / 2);
  tries = tries + 1;
  if guess < secret
    low = guess + 1;
  elseif guess > secret
    high = guess - 1;
  end
end
disp(['found ', num2str(guess, 15), ' in ', num2str(tries, 15), ' tries']);
