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

function result = reverse_text(text)
  result = ['', fliplr(characters(text)){:}];
end

words = split_text('one two three', ' ');
disp(join_texts(fliplr(words), ' '));
for k = 1:numel(words)
  word = words{k};
  disp(reverse_text(word));
end
