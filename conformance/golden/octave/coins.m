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

rest = 93;
items = {50, 20, 10, 5, 2, 1};
for k = 1:numel(items)
  coin = items{k};
  count = floor(rest / coin);
  rest = mod(rest, coin);
  if count > 0
    disp([num2str(count, 15), ' x ', text_of(coin)]);
  end
end
