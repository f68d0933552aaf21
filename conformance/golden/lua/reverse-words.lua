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

function join_texts(list, delimiter)
  local texts = {}
  for place, item in ipairs(list) do
    texts[place] = tostring(item)
  end
  return table.concat(texts, delimiter)
end

function reversed(list)
  local result = {}
  for k = #list, 1, -1 do
    table.insert(result, list[k])
  end
  return result
end

function reverse_text(text)
  return table.concat(reversed(split_text(text, '')))
end

words = split_text('one two three', ' ')
print(join_texts(reversed(words), ' '))
for _, word in ipairs(words) do
  print(reverse_text(word))
end
