1; % a script with functions

function result = take_item(name, place)
  % Take an item out of the list in a variable.
  list = evalin('caller', name);
  result = list{place};
  list(place) = [];
  assignin('caller', name, list);
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

l = {};
for i = 1:4
  l{end + 1} = i;
end
disp(text_of(take_item('l', numel(l))));
disp(text_of(take_item('l', 1)));
disp(num2str(numel(l), 15));
