1; % a script with functions

function result = steps(from, to, by)
  % The numbers from one to another, up or down.
  if from <= to
    result = from:abs(by):to;
  else
    result = from:-abs(by):to;
  end
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

numbers = {3, 41, 12, 9, 74, 15};
largest = numbers{1};
place = 1;
for i = steps(2, numel(numbers), 1)
  if numbers{i} > largest
    largest = numbers{i};
    place = i;
  end
end
disp([text_of(largest), ' at ', num2str(place, 15)]);
