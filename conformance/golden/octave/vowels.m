1; % a script with functions

function result = characters(text)
  % The letters of a text, each of which may be several bytes.
  result = regexp(text, '(?s).', 'match');
end

function result = text_length(text)
  if ischar(text)
    result = numel(characters(text));
  else
    result = numel(text);
  end
end

function result = steps(from, to, by)
  % The numbers from one to another, up or down.
  if from <= to
    result = from:abs(by):to;
  else
    result = from:-abs(by):to;
  end
end

function result = find_text(text, part)
  % The place of the first letter of a part of a text, or 0.
  places = [strfind(text, part), 0];
  result = 0;
  if isempty(part)
    result = 1;
  elseif places(1) > 0
    result = numel(characters(text(1:places(1) - 1))) + 1;
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

sentence = 'Blocks are for everyone';
vowels = 0;
for i = steps(1, text_length(sentence), 1)
  letter = lower(characters(sentence){i});
  if find_text('aeiou', letter) > 0
    vowels = vowels + 1;
  end
end
disp([text_of(vowels), ' vowels']);
