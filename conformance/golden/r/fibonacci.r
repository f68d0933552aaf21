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

numbers <- list(1, 1)
for (k in 1:8) {
  numbers <- append(numbers, list(numbers[[length(numbers)]] + numbers[[length(numbers) - 1]]))
}
writeLines(paste(lapply(numbers, text_of), collapse = " "))
