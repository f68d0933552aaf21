primes2 = {};
for n = 2:30
  ok = true;
  for k = 1:numel(primes2)
    p = primes2{k};
    if mod(n, p) == 0
      ok = false;
      break
    end
  end
  if ok
    primes2{end + 1} = n;
  end
end
disp(strjoin(cellfun(@(n) num2str(n, 15), primes2, 'UniformOutput', false), ' '));
