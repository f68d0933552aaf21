is_prime <- function(number) {
  force(number)
  for (divisor in 2:(number - 1)) {
    if (number %% divisor == 0) {
      return(FALSE)
    }
  }
  TRUE
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

found <- list()
number <- 2
while (length(found) != 6) {
  if (number == 2 || is_prime(number)) {
    found <- append(found, list(number))
  }
  number <- number + 1
}
writeLines(paste(lapply(found, text_of), collapse = ", "))
