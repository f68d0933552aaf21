1; % a script with functions

function result = characters(text)
  % The letters of a text, each of which may be several bytes.
  result = regexp(text, '(?s).', 'match');
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

function result = shift(word, by)
  global letters
  out = '';
  for i = steps(1, numel(characters(word)), 1)
    c = characters(word){i};
    place = find_text(letters, c) - 1;
    place = mod(place + by, 26);
    out = [out, characters(letters){place + 1}];
  end
  result = out;
end

global letters

letters = 'abcdefghijklmnopqrstuvwxyz';
disp(shift('xyz', 3));
disp(shift(shift('hello', 5), -5));
