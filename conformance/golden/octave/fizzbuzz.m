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

for i = 1:15
  if mod(i, 15) == 0
    disp('FizzBuzz');
  elseif mod(i, 3) == 0
    disp('Fizz');
  elseif mod(i, 5) == 0
    disp('Buzz');
  else
    disp(text_of(i));
  end
end
