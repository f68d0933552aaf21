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
  global divisor
  for divisor = steps(2, number - 1, 1)
    if mod(number, divisor) == 0
      result = false;
      return
    end
  end
  result = true;
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

function result = join_texts(list, delimiter)
  texts = cellfun(@text_of, list, 'UniformOutput', false);
  parts = [texts; repmat({delimiter}, 1, numel(texts))];
  result = ['', parts{1:end - 1}];
end

global divisor

found = {};
number = 2;
while numel(found) ~= 6
  if number == 2 || is_prime(number)
    found{end + 1} = number;
  end
  number = number + 1;
end
disp(join_texts(found, ', '));
