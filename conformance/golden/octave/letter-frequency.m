1; % a script with functions

function result = characters(text)
  % The letters of a text, each of which may be several bytes.
  result = regexp(text, '(?s).', 'match');
end

function result = split_text(text, delimiter)
  if isempty(delimiter)
    result = characters(text);
  else
    places = strfind(text, delimiter, 'overlaps', false);
    starts = [1, places + numel(delimiter)];
    ends = [places - 1, numel(text)];
    result = cell(1, numel(starts));
    for k = 1:numel(starts)
      result{k} = [text(starts(k):ends(k)), ''];
    end
  end
end

function result = find_item(list, value)
  % The place of the first item that equals a value, or 0.
  result = [find(cellfun(@(item) isequal(item, value), list), 1), 0](1);
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

s = 'hello';
seen = {};
items = split_text(s, '');
for k = 1:numel(items)
  c = items{k};
  if find_item(seen, c) == 0
    seen{end + 1} = c;
    disp([text_of(c), ' ', num2str(numel(strfind(s, c, 'overlaps', false)), 15)]);
  end
end
