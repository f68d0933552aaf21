1; % a script with functions

function result = gcd2(a, b)
  while b ~= 0
    t = b;
    b = mod(a, b);
    a = t;
  end
  result = a;
end

disp(num2str(gcd2(48, 18), 15));
disp(num2str(gcd2(7, 3), 15));
