root <- function(n) {
  x <<- n
  for (k in 1:30) {
    x <<- (x + n / x) / 2
  }
  x
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

if (!exists("x", inherits = FALSE)) x <- NULL

writeLines(sprintf("%.15g", round(root(2) * 1000000)))
writeLines(text_of(abs(root(9) - 3) < 1e-9))
