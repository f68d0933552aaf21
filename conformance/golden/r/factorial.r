factorial <- function(n) {
  if (n < 2) {
    return(1)
  }
  n * factorial(n - 1)
}

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

result <- 1
for (i in 1:6) {
  result <- result * i
}
writeLines(sprintf("%.15g", result))
writeLines(text_of(factorial(6)))
