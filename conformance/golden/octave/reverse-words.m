1; % a script with functions

function result = characters(text)
  % The letters of a text, each of which may be several bytes.
  result = regexp(text, '(?s).', 'match');
end

function result = reverse_text(text)
  result = ['', fliplr(characters(text)){:}];
end

words = strsplit('one two three', ' ');
disp(strjoin(fliplr(words), ' '));
for k = 1:numel(words)
  word = words{k};
  disp(reverse_text(word));
end
