/**
 * Functions for what Lua has none of its own for, or none that counts letters
 * where its own count bytes.
 */
export const helpers: Record<string, string> = {
  same: `
function {=same}(a, b)
  -- Whether two values are the same, lists item by item.
  if type(a) ~= 'table' or type(b) ~= 'table' then
    return a == b
  end
  for k = 1, math.max(#a, #b) do
    if not {=same}(a[k], b[k]) then
      return false
    end
  end
  return true
end`,

  choose: `
function {=choose}(condition, yes, no)
  -- One of two values; the other one is not computed.
  if condition then
    return yes()
  end
  return no()
end`,

  steps: `
function {=steps}(from, to, by)
  -- Counts from one number to another, up or down.
  local step = from <= to and math.abs(by) or -math.abs(by)
  local number = from - step
  return function()
    number = number + step
    if step >= 0 and number <= to or step < 0 and number >= to then
      return number
    end
  end
end`,

  is_prime: `
function {=is_prime}(number)
  if number < 2 or number % 1 ~= 0 then
    return false
  end
  for factor = 2, math.floor(math.sqrt(number)) do
    if number % factor == 0 then
      return false
    end
  end
  return true
end`,

  sum: `
function {=sum}(list)
  local result = 0
  for _, number in ipairs(list) do
    result = result + number
  end
  return result
end`,

  average: `
function {=average}(list)
  return {=sum}(list) / #list
end`,

  median: `
function {=median}(list)
  local numbers = {=sorted}(list, function(a, b) return a < b end)
  local half = #numbers // 2
  if #numbers % 2 == 0 then
    return (numbers[half] + numbers[half + 1]) / 2
  end
  return numbers[half + 1]
end`,

  modes: `
function {=modes}(list)
  -- The items that are in a list most often.
  local result, most = {}, 0
  for _, item in ipairs(list) do
    local count = 0
    for _, other in ipairs(list) do
      if {=same}(item, other) then
        count = count + 1
      end
    end
    if count > most then
      result, most = {item}, count
    elseif count == most and {=find_item}(result, item) == 0 then
      table.insert(result, item)
    end
  end
  return result
end`,

  deviation: `
function {=deviation}(list)
  -- The standard deviation of all there are.
  local mean, squares = {=average}(list), 0
  for _, number in ipairs(list) do
    squares = squares + (number - mean) ^ 2
  end
  return math.sqrt(squares / #list)
end`,

  random_integer: `
function {=random_integer}(from, to)
  return math.random(math.min(from, to), math.max(from, to))
end`,

  size: `
function {=size}(value)
  return type(value) == 'string' and utf8.len(value) or #value
end`,

  item: `
function {=item}(list, place)
  -- An item of a list; a place below 0 counts from the end.
  return list[place < 0 and #list + place + 1 or place]
end`,

  random_item: `
function {=random_item}(list)
  return list[math.random(#list)]
end`,

  take_item: `
function {=take_item}(list, place)
  -- Take an item out of a list; a place below 0 counts from the end.
  return table.remove(list, place < 0 and #list + place + 1 or place)
end`,

  take_random: `
function {=take_random}(list)
  return table.remove(list, math.random(#list))
end`,

  sublist: `
function {=sublist}(list, from, to)
  -- The items between two places; those below 0 count from the end.
  from = from < 0 and #list + from + 1 or from
  to = to < 0 and #list + to + 1 or to
  return {table.unpack(list, from, to)}
end`,

  repeat_item: `
function {=repeat_item}(item, times)
  local list = {}
  for k = 1, times do
    list[k] = item
  end
  return list
end`,

  reversed: `
function {=reversed}(list)
  local result = {}
  for k = #list, 1, -1 do
    table.insert(result, list[k])
  end
  return result
end`,

  find_item: `
function {=find_item}(list, value)
  -- The place of the first item that is the same, or 0.
  for place, item in ipairs(list) do
    if {=same}(item, value) then
      return place
    end
  end
  return 0
end`,

  find_last_item: `
function {=find_last_item}(list, value)
  -- The place of the last item that is the same, or 0.
  for place = #list, 1, -1 do
    if {=same}(list[place], value) then
      return place
    end
  end
  return 0
end`,

  sorted: `
function {=sorted}(list, before)
  -- A list in order; what is alike stays as it was.
  local places, result = {}, {}
  for place = 1, #list do
    places[place] = place
  end
  table.sort(places, function(a, b)
    if before(list[a], list[b]) then
      return true
    end
    return a < b and not before(list[b], list[a])
  end)
  for place, from in ipairs(places) do
    result[place] = list[from]
  end
  return result
end`,

  split_text: `
function {=split_text}(text, delimiter)
  local parts, start = {}, 1
  if delimiter == '' then
    for _, code in utf8.codes(text) do
      table.insert(parts, utf8.char(code))
    end
    return parts
  end
  while true do
    local from, to = string.find(text, delimiter, start, true)
    table.insert(parts, string.sub(text, start, (from or 0) - 1))
    if not from then
      return parts
    end
    start = to + 1
  end
end`,

  join_texts: `
function {=join_texts}(list, delimiter)
  local texts = {}
  for place, item in ipairs(list) do
    texts[place] = tostring(item)
  end
  return table.concat(texts, delimiter)
end`,

  letter: `
function {=letter}(text, place)
  -- A letter of a text; a place below 0 counts from the end.
  return {=part_of_text}(text, place, place)
end`,

  random_letter: `
function {=random_letter}(text)
  return {=letter}(text, math.random(utf8.len(text)))
end`,

  part_of_text: `
function {=part_of_text}(text, from, to)
  -- The letters between two places; those below 0 count from the end.
  local size = utf8.len(text)
  from = from < 0 and size + from + 1 or from
  to = math.min(to < 0 and size + to + 1 or to, size)
  if from > to then
    return ''
  end
  return string.sub(text, utf8.offset(text, from), utf8.offset(text, to + 1) - 1)
end`,

  find_text: `
function {=find_text}(text, part)
  -- The place of the first letter of a part of a text, or 0.
  local place = string.find(text, part, 1, true)
  return place and utf8.len(text, 1, place - 1) + 1 or 0
end`,

  find_last_text: `
function {=find_last_text}(text, part)
  -- The place of the last part of a text that is the same, or 0.
  for place = utf8.len(text) + 1, 1, -1 do
    if string.find(text, part, utf8.offset(text, place), true) then
      return place
    end
  end
  return 0
end`,

  count_text: `
function {=count_text}(text, part)
  if part == '' then
    return utf8.len(text) + 1
  end
  return #{=split_text}(text, part) - 1
end`,

  replace_text: `
function {=replace_text}(text, old, new)
  if old == '' then
    return text
  end
  return table.concat({=split_text}(text, old), new)
end`,

  reverse_text: `
function {=reverse_text}(text)
  return table.concat({=reversed}({=split_text}(text, '')))
end`,

  title_case: `
function {=title_case}(text)
  local title = string.gsub(' ' .. string.lower(text), '%s%S', string.upper)
  return string.sub(title, 2)
end`,

  ask: `
function {=ask}(question)
  io.write(question)
  io.flush()
  return io.read()
end`,

  rgb_colour: `
function {=rgb_colour}(red, green, blue)
  -- A colour from percentages.
  local function part(percent)
    return math.floor(math.min(math.max(percent, 0), 100) * 2.55 + 0.5)
  end
  return string.format('#%02x%02x%02x', part(red), part(green), part(blue))
end`,

  blend_colours: `
function {=blend_colours}(first, second, ratio)
  local share = math.min(math.max(ratio, 0), 1)
  local function part(place)
    local one = tonumber(string.sub(first, place, place + 1), 16)
    local two = tonumber(string.sub(second, place, place + 1), 16)
    return math.floor(one * (1 - share) + two * share + 0.5)
  end
  return string.format('#%02x%02x%02x', part(2), part(4), part(6))
end`
};
