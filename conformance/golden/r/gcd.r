gcd <- function(a, b) {
  while (b != 0) {
    t2 <<- b
    b <- a %% b
    a <- t2
  }
  a
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

if (!exists("t2", inherits = FALSE)) t2 <- NULL

writeLines(text_of(gcd(48, 18)))
writeLines(text_of(gcd(7, 3)))
