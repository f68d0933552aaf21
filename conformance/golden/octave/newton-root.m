1; % a script with functions

function result = root(n)
  x = n;
  for k = 1:30
    x = (x + n / x) / 2;
  end
  result = x;
end

disp(num2str(round(root(2) * 1000000), 15));
disp(mat2str(abs(root(9) - 3) < 1e-9));
