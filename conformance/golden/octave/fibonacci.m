numbers = {1, 1};
for k = 1:8
  numbers{end + 1} = numbers{end} + numbers{end - 1};
end
disp(strjoin(cellfun(@(n) num2str(n, 15), numbers, 'UniformOutput', false), ' '));
