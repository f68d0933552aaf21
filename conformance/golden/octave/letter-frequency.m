1; % a script with functions

function result = characters(text)
  % The letters of a text, each of which may be several bytes.
  result = regexp(text, '(?s).', 'match');
end

function result = find_string(list, text)
  % The place of the first item that is a text, or 0.
  result = [find(strcmp(list, text), 1), 0](1);
end

s = 'hello';
seen = {};
items = characters(s);
for k = 1:numel(items)
  c = items{k};
  if find_string(seen, c) == 0
    seen{end + 1} = c;
    disp([c, ' ', num2str(numel(strfind(s, c, 'overlaps', false)), 15)]);
  end
end
