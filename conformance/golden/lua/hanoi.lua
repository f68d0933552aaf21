function move(disks, from, to, over)
  if disks > 0 then
    move(disks - 1, from, over, to)
    moves = moves + 1
    print(from .. ' -> ' .. to)
    move(disks - 1, over, to, from)
  end
end

moves = 0
move(2, 'left', 'right', 'middle')
print(moves)
