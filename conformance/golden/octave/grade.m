1; % a script with functions

function result = grade(points)
  if points >= 90
    mark = 'A';
  elseif points >= 80
    mark = 'B';
  elseif points >= 70
    mark = 'C';
  else
    mark = 'F';
  end
  result = mark;
end

items = {95, 80, 79, 12};
for k = 1:numel(items)
  points = items{k};
  disp([num2str(points, 15), ': ', grade(points)]);
end
