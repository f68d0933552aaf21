m = {{1, 2}, {3, 4}};
sum2 = 0;
for k = 1:numel(m)
  row = m{k};
  for k2 = 1:numel(row)
    x = row{k2};
    sum2 = sum2 + x;
  end
end
disp(num2str(sum2, 15));
