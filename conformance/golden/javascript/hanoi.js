var moves;

function move(disks, from, to, over) {
  if (disks > 0) {
    move(disks - 1, from, over, to);
    moves = (typeof moves === 'number' ? moves : 0) + 1;
    console.log(`${from} -> ${to}`);
    move(disks - 1, over, to, from);
  }
}


moves = 0;
move(2, 'left', 'right', 'middle');
console.log(moves);
