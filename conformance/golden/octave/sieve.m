1; % a script with functions

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

primes2 = {};
for n = 2:30
  ok = true;
  for k = 1:numel(primes2)
    p = primes2{k};
    if mod(n, p) == 0
      ok = false;
      break
    end
  end
  if ok
    primes2{end + 1} = n;
  end
end
disp(join_texts(primes2, ' '));
