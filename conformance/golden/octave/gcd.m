1; % a script with functions

function result = gcd2(a, b)
  global t
  while b ~= 0
    t = b;
    b = mod(a, b);
    a = t;
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

global t

disp(text_of(gcd2(48, 18)));
disp(text_of(gcd2(7, 3)));
