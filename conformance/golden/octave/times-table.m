for row = 1:3
  line = '';
  for column = 1:4
    line = [line, num2str(row * column, 15)];
    if column < 4
      line = [line, ' '];
    end
  end
  disp(line);
end
