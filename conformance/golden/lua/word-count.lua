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

words = split_text('a b a c a', ' ')
count = 0
for _, w in ipairs(words) do
  if w == 'a' then
    count = count + 1
  end
end
print(count)
