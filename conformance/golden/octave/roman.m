1; % a script with functions

function result = roman(number)
  values = {10, 9, 5, 4, 1};
  letters = {'X', 'IX', 'V', 'IV', 'I'};
  text = '';
  for i = 1:5
    while number >= values{i}
      text = [text, letters{i}];
      number = number - values{i};
    end
  end
  result = text;
end

disp(roman(14));
disp(roman(39));
