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

function result = join_texts(list, delimiter)
  texts = cellfun(@text_of, list, 'UniformOutput', false);
  parts = [texts; repmat({delimiter}, 1, numel(texts))];
  result = ['', parts{1:end - 1}];
end

l = {5, 2, 9, 1};
n = numel(l);
for i = steps(1, n - 1, 1)
  for j = steps(1, n - i, 1)
    a = l{j};
    b = l{j + 1};
    if a > b
      l{j} = b;
      l{j + 1} = a;
    end
  end
end
disp(join_texts(l, ','));
