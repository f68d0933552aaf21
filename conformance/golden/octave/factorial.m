1; % a script with functions

function result = factorial2(n)
  if n < 2
    result = 1;
    return
  end
  result = n * factorial2(n - 1);
end

result2 = 1;
for i = 1:6
  result2 = result2 * i;
end
disp(num2str(result2, 15));
disp(num2str(factorial2(6), 15));
