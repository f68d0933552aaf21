1; % a script with functions

function result = binary(n)
  if n < 2
    result = num2str(n, 15);
    return
  end
  result = [binary(floor(n / 2)), num2str(mod(n, 2), 15)];
end

disp(binary(10));
disp(binary(255));
