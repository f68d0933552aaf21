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

if (!exists("line", inherits = FALSE)) line <- ""

for (row in 1:3) {
  line <- ""
  for (column in 1:4) {
    line <- paste0(line, text_of(row * column))
    if (column < 4) {
      line <- paste0(line, " ")
    }
  }
  writeLines(line)
}
