1; % a script with functions

function result = steps(n)
  global count
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

global count

disp(text_of(steps(27)));
