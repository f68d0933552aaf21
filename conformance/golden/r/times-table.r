for (row in 1:3) {
  line <- ""
  for (column in 1:4) {
    line <- paste0(line, sprintf("%.15g", row * column))
    if (column < 4) {
      line <- paste0(line, " ")
    }
  }
  writeLines(line)
}
