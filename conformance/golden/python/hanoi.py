def move(disks, from2, to, over):
  global moves
  if disks > 0:
    move(disks - 1, from2, over, to)
    moves += 1
    print(f'{from2} -> {to}')
    move(disks - 1, over, to, from2)


moves = 0
move(2, 'left', 'right', 'middle')
print(moves)
