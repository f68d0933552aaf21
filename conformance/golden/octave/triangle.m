for i = 1:3
  row = '';
  for k = 1:3 - i
    row = [row, ' '];
  end
  for k2 = 1:2 * i - 1
    row = [row, '*'];
  end
  disp(row);
end
