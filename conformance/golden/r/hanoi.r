text_of <- function(value) {
  # What is shown for a value.
  if (is.null(value)) {
    "NULL"
  } else if (is.list(value)) {
    paste0("[", paste(lapply(value, text_of), collapse = ", "), "]")
  } else if (is.numeric(value)) {
    sprintf("%.15g", value)
  } else {
    as.character(value)
  }
}

move <- function(disks, from, to, over) {
  force(disks)
  force(from)
  force(to)
  force(over)
  if (disks > 0) {
    move(disks - 1, from, over, to)
    moves <<- moves + 1
    writeLines(paste0(text_of(from), " -> ", text_of(to)))
    move(disks - 1, over, to, from)
  }
}

moves <- 0
move(2, "left", "right", "middle")
writeLines(sprintf("%.15g", moves))
