rest = 93;
items = {50, 20, 10, 5, 2, 1};
for k = 1:numel(items)
  coin = items{k};
  count = floor(rest / coin);
  rest = mod(rest, coin);
  if count > 0
    disp([num2str(count, 15), ' x ', num2str(coin, 15)]);
  end
end
