1; % a script with functions

function result = root(n)
  global x
  x = n;
  for k = 1:30
    x = (x + n / x) / 2;
  end
  result = x;
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

global x

disp(num2str(round(root(2) * 1000000), 15));
disp(text_of(abs(root(9) - 3) < 1e-9));
