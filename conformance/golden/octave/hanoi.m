1; % a script with functions

function move(disks, from, to, over)
  global moves
  if disks > 0
    move(disks - 1, from, over, to);
    moves = moves + 1;
    disp([from, ' -> ', to]);
    move(disks - 1, over, to, from);
  end
end

global moves

moves = 0;
move(2, 'left', 'right', 'middle');
disp(num2str(moves, 15));
