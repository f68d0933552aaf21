/**
 * Functions for what Octave has none of its own for, or none that counts
 * letters where its own count bytes.
 */
export const helpers: Record<string, string> = {
  text_of: `
function result = {=text_of}(value)
  % What is printed for a value.
  if ischar(value)
    result = value;
  elseif isempty(value) && isnumeric(value)
    result = '[]';
  elseif iscell(value)
    parts = cellfun(@{=text_of}, value, 'UniformOutput', false);
    result = ['[', strjoin(parts, ', '), ']'];
  elseif islogical(value) && isscalar(value)
    result = merge(value, 'true', 'false');
  elseif isnumeric(value) && isscalar(value) && isreal(value)
    result = sprintf('%.15g', value);
  else
    result = strtrim(disp(value));
  end
end`,

  compare_texts: `
function result = {=compare_texts}(a, b)
  % -1, 0 or 1, as a text comes before, is the same, or comes after another.
  [~, order] = sort({a, b});
  result = merge(strcmp(a, b), 0, 2 * order(1) - 3);
end`,

  same: `
function result = {=same}(a, b)
  % Whether values are equal. For isequal 'a' is 97, and [] is ''.
  if iscell(a) && iscell(b)
    result = numel(a) == numel(b) && ...
      all(arrayfun(@(k) {=same}(a{k}, b{k}), 1:numel(a)));
  else
    result = ischar(a) == ischar(b) && isequal(a, b);
  end
end`,

  choose: `
function result = {=choose}(condition, yes, no)
  % One of two values; the other one is not computed.
  if condition
    result = yes();
  else
    result = no();
  end
end`,

  steps: `
function result = {=steps}(from, to, by)
  % The numbers from one to another, up or down.
  if from <= to
    result = from:abs(by):to;
  else
    result = from:-abs(by):to;
  end
end`,

  is_prime: `
function result = {=is_prime}(number)
  result = number > 1 && mod(number, 1) == 0 && isprime(number);
end`,

  modes: `
function result = {=modes}(list)
  % The items that are in a list most often.
  counts = cellfun(@(item) sum(cellfun(@(other) {=same}(item, other), list)), list);
  result = {};
  for k = find(counts == max([counts, 0]))
    if ~any(cellfun(@(other) {=same}(list{k}, other), result))
      result{end + 1} = list{k};
    end
  end
end`,

  random_item: `
function result = {=random_item}(list)
  result = list{randi(numel(list))};
end`,

  find_item: `
function result = {=find_item}(list, value)
  % The place of the first item that equals a value, or 0.
  result = [find(cellfun(@(item) {=same}(item, value), list), 1), 0](1);
end`,

  find_last_item: `
function result = {=find_last_item}(list, value)
  % The place of the last item that equals a value, or 0.
  result = max([find(cellfun(@(item) {=same}(item, value), list)), 0]);
end`,

  find_string: `
function result = {=find_string}(list, text)
  % The place of the first item that is a text, or 0.
  result = [find(strcmp(list, text), 1), 0](1);
end`,

  find_last_string: `
function result = {=find_last_string}(list, text)
  % The place of the last item that is a text, or 0.
  result = max([find(strcmp(list, text)), 0]);
end`,

  take_item: `
function result = {=take_item}(name, place)
  % Take an item out of the list in a variable.
  list = evalin('caller', name);
  result = list{place};
  list(place) = [];
  assignin('caller', name, list);
end`,

  insert_item: `
function result = {=insert_item}(list, place, item)
  % A list with one item more.
  result = [list(1:place - 1), {item}, list(place:end)];
end`,

  replace_text: `
function result = {=replace_text}(text, old, new)
  % As strrep, but what is found does not overlap.
  starts = strfind(text, old, 'overlaps', false);
  ends = [1, starts + numel(old)];
  result = '';
  for k = 1:numel(starts)
    result = [result, text(ends(k):starts(k) - 1), new];
  end
  result = [result, text(ends(end):end)];
end`,

  sort_list: `
function result = {=sort_list}(list, type, direction)
  % A list in order: by 'number', 'text', or 'letters' of either case.
  if strcmp(type, 'number')
    [~, order] = sort(cellfun(@(item) double(item(1)), list));
  else
    texts = cellfun(@{=text_of}, list, 'UniformOutput', false);
    if strcmp(type, 'letters')
      texts = lower(texts);
    end
    [~, order] = sort(texts);
  end
  if direction < 0
    order = fliplr(order(:)');
  end
  result = list(order);
end`,

  split_text: `
function result = {=split_text}(text, delimiter)
  if isempty(delimiter)
    result = {=characters}(text);
  else
    places = strfind(text, delimiter, 'overlaps', false);
    starts = [1, places + numel(delimiter)];
    ends = [places - 1, numel(text)];
    result = cell(1, numel(starts));
    for k = 1:numel(starts)
      result{k} = [text(starts(k):ends(k)), ''];
    end
  end
end`,

  join_texts: `
function result = {=join_texts}(list, delimiter)
  texts = cellfun(@{=text_of}, list, 'UniformOutput', false);
  parts = [texts; repmat({delimiter}, 1, numel(texts))];
  result = ['', parts{1:end - 1}];
end`,

  characters: `
function result = {=characters}(text)
  % The letters of a text, each of which may be several bytes.
  result = regexp(text, '(?s).', 'match');
end`,

  text_length: `
function result = {=text_length}(text)
  if ischar(text)
    result = numel({=characters}(text));
  else
    result = numel(text);
  end
end`,

  find_text: `
function result = {=find_text}(text, part)
  % The place of the first letter of a part of a text, or 0.
  places = [strfind(text, part), 0];
  result = 0;
  if isempty(part)
    result = 1;
  elseif places(1) > 0
    result = numel({=characters}(text(1:places(1) - 1))) + 1;
  end
end`,

  find_last_text: `
function result = {=find_last_text}(text, part)
  % The place of the last part of a text that is the same, or 0.
  place = max([strfind(text, part), 0]);
  result = 0;
  if isempty(part)
    result = numel({=characters}(text)) + 1;
  elseif place > 0
    result = numel({=characters}(text(1:place - 1))) + 1;
  end
end`,

  substring: `
function result = {=substring}(text, from, to)
  letters = {=characters}(text);
  result = ['', letters{from:to}];
end`,

  reverse_text: `
function result = {=reverse_text}(text)
  result = ['', fliplr({=characters}(text)){:}];
end`,

  title_case: `
function result = {=title_case}(text)
  words = {=split_text}(lower(text), ' ');
  for k = 1:numel(words)
    letters = {=characters}(words{k});
    if ~isempty(letters)
      words{k} = [upper(letters{1}), letters{2:end}];
    end
  end
  result = {=join_texts}(words, ' ');
end`,

  random_colour: `
function result = {=random_colour}()
  result = sprintf('#%06x', randi([0, 16777215]));
end`,

  rgb_colour: `
function result = {=rgb_colour}(red, green, blue)
  % A colour from percentages.
  parts = round(min(max([red, green, blue], 0), 100) * 2.55);
  result = sprintf('#%02x%02x%02x', parts);
end`,

  blend_colours: `
function result = {=blend_colours}(first, second, ratio)
  ratio = min(max(ratio, 0), 1);
  one = hex2dec({first(2:3); first(4:5); first(6:7)});
  two = hex2dec({second(2:3); second(4:5); second(6:7)});
  result = sprintf('#%02x%02x%02x', round(one * (1 - ratio) + two * ratio));
end`
};
