function split_text(text, delimiter)
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
end

function same(a, b)
  -- Whether two values are the same, lists item by item.
  if type(a) ~= 'table' or type(b) ~= 'table' then
    return a == b
  end
  for k = 1, math.max(#a, #b) do
    if not same(a[k], b[k]) then
      return false
    end
  end
  return true
end

function find_item(list, value)
  -- The place of the first item that is the same, or 0.
  for place, item in ipairs(list) do
    if same(item, value) then
      return place
    end
  end
  return 0
end

function count_text(text, part)
  if part == '' then
    return utf8.len(text) + 1
  end
  return #split_text(text, part) - 1
end

s = 'hello'
seen = {}
for _, c in ipairs(split_text(s, '')) do
  if find_item(seen, c) == 0 then
    table.insert(seen, c)
    print(c .. ' ' .. count_text(s, c))
  end
end
