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

for (c2 in seq(0, 100, by = 50)) {
  writeLines(paste0(text_of(c2), " C = ", text_of((c2 * 9) / 5 + 32), " F"))
}
