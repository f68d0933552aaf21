1; % a script with functions

function result = steps(from, to, by)
  % The numbers from one to another, up or down.
  if from <= to
    result = from:abs(by):to;
  else
    result = from:-abs(by):to;
  end
end

function result = is_prime(number)
  for divisor = steps(2, number - 1, 1)
    if mod(number, divisor) == 0
      result = false;
      return
    end
  end
  result = true;
end

found = {};
number = 2;
while numel(found) ~= 6
  if number == 2 || is_prime(number)
    found{end + 1} = number;
  end
  number = number + 1;
end
disp(strjoin(cellfun(@(n) num2str(n, 15), found, 'UniformOutput', false), ', '));
