1; % a script with functions

function result = steps(from, to, by)
  % The numbers from one to another, up or down.
  if from <= to
    result = from:abs(by):to;
  else
    result = from:-abs(by):to;
  end
end

numbers = {3, 41, 12, 9, 74, 15};
largest = numbers{1};
place = 1;
for i = steps(2, numel(numbers), 1)
  if numbers{i} > largest
    largest = numbers{i};
    place = i;
  end
end
disp([num2str(largest, 15), ' at ', num2str(place, 15)]);
