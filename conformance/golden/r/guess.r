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

secret <- 42
low <- 1
high <- 100
tries <- 0
guess <- 0
while (guess != secret) {
  guess <- floor((low + high) / 2)
  tries <- tries + 1
  if (guess < secret) {
    low <- guess + 1
  } else if (guess > secret) {
    high <- guess - 1
  }
}
writeLines(paste0("found ", text_of(guess), " in ", text_of(tries), " tries"))
