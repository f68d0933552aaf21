function reversed(list)
  local result = {}
  for k = #list, 1, -1 do
    table.insert(result, list[k])
  end
  return result
end

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

function reverse_text(text)
  return table.concat(reversed(split_text(text, '')))
end

function isPalindrome(s)
  return s == reverse_text(s)
end

print(isPalindrome('level'))
print(isPalindrome('hello'))
