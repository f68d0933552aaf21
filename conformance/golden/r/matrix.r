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

m <- list(list(1, 2), list(3, 4))
sum2 <- 0
for (row in m) {
  for (x in row) {
    sum2 <- sum2 + x
  }
}
writeLines(text_of(sum2))
