1; % a script with functions

function result = steps(from, to, by)
  % The numbers from one to another, up or down.
  if from <= to
    result = from:abs(by):to;
  else
    result = from:-abs(by):to;
  end
end

l = {5, 2, 9, 1};
n = numel(l);
for i = steps(1, n - 1, 1)
  for j = steps(1, n - i, 1)
    a = l{j};
    b = l{j + 1};
    if a > b
      l{j} = b;
      l{j + 1} = a;
    end
  end
end
disp(strjoin(cellfun(@(n) num2str(n, 15), l, 'UniformOutput', false), ','));
