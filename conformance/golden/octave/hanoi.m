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

function move(disks, from, to, over)
  global moves
  if disks > 0
    move(disks - 1, from, over, to);
    moves = moves + 1;
    disp([text_of(from), ' -> ', text_of(to)]);
    move(disks - 1, over, to, from);
  end
end

global moves

moves = 0;
move(2, 'left', 'right', 'middle');
disp(num2str(moves, 15));
