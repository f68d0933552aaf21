move() {
  local disks=$1 from=$2 to=$3 over=$4
  if (( disks > 0 )); then
    move $((disks - 1)) "$from" "$over" "$to"
    (( moves += 1 ))
    printf '%s\n' "$from -> $to"
    move $((disks - 1)) "$over" "$to" "$from"
  fi
}

moves=0
move 2 "left" "right" "middle"
echo "$moves"
