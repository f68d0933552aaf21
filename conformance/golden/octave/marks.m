marks = {70, 85, 92, 61};
disp(['best: ', num2str(max(cell2mat(marks)), 15)]);
disp(['worst: ', num2str(min(cell2mat(marks)), 15)]);
disp(['average: ', num2str(round(mean(cell2mat(marks))), 15)]);
passed = 0;
for k = 1:numel(marks)
  mark = marks{k};
  if mark >= 65
    passed = passed + 1;
  end
end
disp([num2str(passed, 15), ' of ', num2str(numel(marks), 15), ' have passed']);
