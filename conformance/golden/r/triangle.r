for (i in 1:3) {
  row <- ""
  for (k in seq_len(max(0, 3 - i))) {
    row <- paste0(row, " ")
  }
  for (k2 in seq_len(max(0, 2 * i - 1))) {
    row <- paste0(row, "*")
  }
  writeLines(row)
}
