1; % a script with functions

function result = leap(year)
  result = mod(year, 400) == 0 || mod(year, 4) == 0 && ~(mod(year, 100) == 0);
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

items = {1900, 2000, 2023, 2024};
for k = 1:numel(items)
  year = items{k};
  if leap(year)
    disp([text_of(year), ' is a leap year']);
  else
    disp([text_of(year), ' is not']);
  end
end
