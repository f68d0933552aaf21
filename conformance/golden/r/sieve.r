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

primes <- list()
for (n in 2:30) {
  ok <- TRUE
  for (p in primes) {
    if (n %% p == 0) {
      ok <- FALSE
      break
    }
  }
  if (ok) {
    primes <- append(primes, list(n))
  }
}
writeLines(paste(lapply(primes, text_of), collapse = " "))
