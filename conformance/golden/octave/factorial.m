1; % a script with functions

function result = factorial2(n)
  if n < 2
    result = 1;
    return
  end
  result = n * factorial2(n - 1);
end

function result = text_of(value)
  % What is printed for a value.
  if ischar(value)
    result = value;
  elseif isempty(value) && isnumeric(value)
    result = '[]';
  elseif iscell(value)
    parts = cellfun(@text_of, value, 'UniformOutput', false);
    result = ['[', strjoin(parts, ', '), ']'];
  elseif islogical(value) && isscalar(value)
    result = merge(value, 'true', 'false');
  elseif isnumeric(value) && isscalar(value) && isreal(value)
    result = sprintf('%.15g', value);
  else
    result = strtrim(disp(value));
  end
end

result2 = 1;
for i = 1:6
  result2 = result2 * i;
end
disp(num2str(result2, 15));
disp(text_of(factorial2(6)));
