for c = 0:50:100
  disp([num2str(c, 15), ' C = ', num2str(c * 9 / 5 + 32, 15), ' F']);
end
