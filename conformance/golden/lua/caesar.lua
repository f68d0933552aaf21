function steps(from, to, by)
  -- Counts from one number to another, up or down.
  local step = from <= to and math.abs(by) or -math.abs(by)
  local number = from - step
  return function()
    number = number + step
    if step >= 0 and number <= to or step < 0 and number >= to then
      return number
    end
  end
end

function part_of_text(text, from, to)
  -- The letters between two places; those below 0 count from the end.
  local size = utf8.len(text)
  from = from < 0 and size + from + 1 or from
  to = math.min(to < 0 and size + to + 1 or to, size)
  if from > to then
    return ''
  end
  return string.sub(text, utf8.offset(text, from), utf8.offset(text, to + 1) - 1)
end

function letter(text, place)
  -- A letter of a text; a place below 0 counts from the end.
  return part_of_text(text, place, place)
end

function find_text(text, part)
  -- The place of the first letter of a part of a text, or 0.
  local place = string.find(text, part, 1, true)
  return place and utf8.len(text, 1, place - 1) + 1 or 0
end

function shift(word, by)
  out = ''
  for i in steps(1, utf8.len(word), 1) do
    c = letter(word, i)
    place = find_text(letters, c) - 1
    place = (place + by) % 26
    out = out .. letter(letters, place + 1)
  end
  return out
end

letters = 'abcdefghijklmnopqrstuvwxyz'
print(shift('xyz', 3))
print(shift(shift('hello', 5), -5))
