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

for (i in 1:15) {
  if (i %% 15 == 0) {
    writeLines("FizzBuzz")
  } else if (i %% 3 == 0) {
    writeLines("Fizz")
  } else if (i %% 5 == 0) {
    writeLines("Buzz")
  } else {
    writeLines(text_of(i))
  }
}
