1; % a script with functions

function result = place(l, w)
  global low high middle x
  low = 1;
  high = numel(l);
  while low <= high
    middle = floor((low + high) / 2);
    x = l{middle};
    if isequal(x, w)
      result = middle;
      return
    end
    if x < w
      low = middle + 1;
    else
      high = middle - 1;
    end
  end
  result = 0;
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

global low high middle x

disp(text_of(place({1, 3, 5, 7, 9, 11}, 9)));
disp(text_of(place({1, 3, 5}, 4)));
disp(text_of(place({}, 4)));
