1; % a script with functions

function result = text_of(value)
  % What is printed for a value.
  if ischar(value)
    result = value;
  elseif isempty(value) && isnumeric(value)
    result = '[]';
  elseif iscell(value)
    parts = cellfun(@text_of, value, 'UniformOutput', false);
    result = ['[', strjoin(parts, ', '), ']'];
  elseif islogical(value) && isscalar(value)
    result = merge(value, 'true', 'false');
  elseif isnumeric(value) && isscalar(value) && isreal(value)
    result = sprintf('%.15g', value);
  else
    result = strtrim(disp(value));
  end
end

marks = {70, 85, 92, 61};
disp(['best: ', text_of(max(cell2mat(marks)))]);
disp(['worst: ', text_of(min(cell2mat(marks)))]);
disp(['average: ', text_of(round(mean(cell2mat(marks))))]);
passed = 0;
for k = 1:numel(marks)
  mark = marks{k};
  if mark >= 65
    passed = passed + 1;
  end
end
disp([text_of(passed), ' of ', text_of(numel(marks)), ' have passed']);
