1; % a script with functions

function result = steps(n)
  count = 0;
  while n ~= 1
    if mod(n, 2) == 0
      n = n / 2;
    else
      n = n * 3 + 1;
    end
    count = count + 1;
  end
  result = count;
end

disp(num2str(steps(27), 15));
