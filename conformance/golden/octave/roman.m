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

function result = roman(number)
  global values letters text i
  values = {10, 9, 5, 4, 1};
  letters = {'X', 'IX', 'V', 'IV', 'I'};
  text = '';
  for i = 1:5
    while number >= values{i}
      text = [text, text_of(letters{i})];
      number = number - values{i};
    end
  end
  result = text;
end

global values letters text i

disp(roman(14));
disp(roman(39));
