1; % a script with functions

function result = sorted(l)
  if numel(l) < 2
    result = l;
    return
  end
  result = parts(l{1}, l(2:end));
end

function result = parts(p, rest)
  result = join(sorted(chosen(rest, p, true)), p, sorted(chosen(rest, p, false)));
end

function result = chosen(l, p, smaller)
  result = chosen_from(l, 1, p, smaller);
end

function result = chosen_from(l, i, p, smaller)
  if i > numel(l)
    result = {};
    return
  end
  result = with_first(l{i}, chosen_from(l, i + 1, p, smaller), p, smaller);
end

function result = with_first(x, l, p, smaller)
  if (x < p) == smaller
    l = [{x}, l];
  end
  result = l;
end

function result = join(a, p, b)
  a{end + 1} = p;
  for k = 1:numel(b)
    x = b{k};
    a{end + 1} = x;
  end
  result = a;
end

disp(strjoin(cellfun(@(n) num2str(n, 15), sorted({3, 1, 4, 1, 5, 9, 2, 6}), 'UniformOutput', false), ','));
