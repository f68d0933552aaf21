1; % a script with functions

function result = place(l, w)
  low = 1;
  high = numel(l);
  while low <= high
    middle = floor((low + high) / 2);
    x = l{middle};
    if x == w
      result = middle;
      return
    end
    if x < w
      low = middle + 1;
    else
      high = middle - 1;
    end
  end
  result = 0;
end

disp(num2str(place({1, 3, 5, 7, 9, 11}, 9), 15));
disp(num2str(place({1, 3, 5}, 4), 15));
disp(num2str(place({}, 4), 15));
