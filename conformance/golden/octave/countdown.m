for i = 3:-1:1
  disp(num2str(i, 15));
end
disp('Go!');
