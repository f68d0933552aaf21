function sorted(l)
  if #l < 2 then
    return l
  end
  return parts(l[1], {table.unpack(l, 2, #l)})
end

function parts(p, rest)
  return join(sorted(chosen(rest, p, true)), p, sorted(chosen(rest, p, false)))
end

function chosen(l, p, smaller)
  return chosen_from(l, 1, p, smaller)
end

function chosen_from(l, i, p, smaller)
  if i > #l then
    return {}
  end
  return with_first(l[i], chosen_from(l, i + 1, p, smaller), p, smaller)
end

function with_first(x, l, p, smaller)
  if (x < p) == smaller then
    table.insert(l, 1, x)
  end
  return l
end

function join(a, p, b)
  table.insert(a, p)
  for _, x in ipairs({table.unpack(b)}) do
    table.insert(a, x)
  end
  return a
end

function join_texts(list, delimiter)
  local texts = {}
  for place, item in ipairs(list) do
    texts[place] = tostring(item)
  end
  return table.concat(texts, delimiter)
end

print(join_texts(sorted({3, 1, 4, 1, 5, 9, 2, 6}), ','))
