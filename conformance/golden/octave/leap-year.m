1; % a script with functions

function result = leap(year)
  result = mod(year, 400) == 0 || mod(year, 4) == 0 && ~(mod(year, 100) == 0);
end

items = {1900, 2000, 2023, 2024};
for k = 1:numel(items)
  year = items{k};
  if leap(year)
    disp([num2str(year, 15), ' is a leap year']);
  else
    disp([num2str(year, 15), ' is not']);
  end
end
