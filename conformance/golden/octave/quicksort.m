1; % a script with functions

function result = sorted(l)
  if numel(l) < 2
    result = l;
    return
  end
  result = parts(l{1}, l(2:end));
end

function result = parts(p, rest)
  result = join(sorted(chosen(rest, p, true)), p, sorted(chosen(rest, p, false)));
end

function result = chosen(l, p, smaller)
  result = chosen_from(l, 1, p, smaller);
end

function result = chosen_from(l, i, p, smaller)
  if i > numel(l)
    result = {};
    return
  end
  result = with_first(l{i}, chosen_from(l, i + 1, p, smaller), p, smaller);
end

function result = with_first(x, l, p, smaller)
  if (x < p) == smaller
    l = [{x}, l];
  end
  result = l;
end

function result = join(a, p, b)
  global x
  a{end + 1} = p;
  for k = 1:numel(b)
    x = b{k};
    a{end + 1} = x;
  end
  result = a;
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

global x

disp(join_texts(sorted({3, 1, 4, 1, 5, 9, 2, 6}), ','));
