1; % a script with functions

function result = characters(text)
  % The letters of a text, each of which may be several bytes.
  result = regexp(text, '(?s).', 'match');
end

function result = reverse_text(text)
  result = ['', fliplr(characters(text)){:}];
end

function result = isPalindrome(s)
  result = strcmp(s, reverse_text(s));
end

disp(mat2str(isPalindrome('level')));
disp(mat2str(isPalindrome('hello')));
