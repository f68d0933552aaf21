move <- function(disks, from, to, over) {
  force(disks)
  force(from)
  force(to)
  force(over)
  if (disks > 0) {
    move(disks - 1, from, over, to)
    moves <<- moves + 1
    writeLines(paste0(from, " -> ", to))
    move(disks - 1, over, to, from)
  }
}

moves <- 0
move(2, "left", "right", "middle")
writeLines(sprintf("%.15g", moves))
