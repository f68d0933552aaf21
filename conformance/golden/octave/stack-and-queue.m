l = {};
for i = 1:4
  l{end + 1} = i;
end
item = l{end};
l(end) = [];
disp(num2str(item, 15));
item2 = l{1};
l(1) = [];
disp(num2str(item2, 15));
disp(num2str(numel(l), 15));
