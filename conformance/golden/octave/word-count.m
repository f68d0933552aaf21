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

words = split_text('a b a c a', ' ');
count = 0;
for k = 1:numel(words)
  w = words{k};
  if strcmp(w, 'a')
    count = count + 1;
  end
end
disp(num2str(count, 15));
