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

secret = 42;
low = 1;
high = 100;
tries = 0;
guess = 0;
while guess ~= secret
  guess = floor((low + high) / 2);
  tries = tries + 1;
  if guess < secret
    low = guess + 1;
  elseif guess > secret
    high = guess - 1;
  end
end
disp(['found ', text_of(guess), ' in ', text_of(tries), ' tries']);
