words = strsplit('a b a c a', ' ');
count = 0;
for k = 1:numel(words)
  w = words{k};
  if strcmp(w, 'a')
    count = count + 1;
  end
end
disp(num2str(count, 15));
