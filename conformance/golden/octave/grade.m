1; % a script with functions

function result = grade(points)
  global mark
  if points >= 90
    mark = 'A';
  elseif points >= 80
    mark = 'B';
  elseif points >= 70
    mark = 'C';
  else
    mark = 'F';
  end
  result = mark;
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

global mark

items = {95, 80, 79, 12};
for k = 1:numel(items)
  points = items{k};
  disp([text_of(points), ': ', grade(points)]);
end
