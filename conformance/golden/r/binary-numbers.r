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

binary <- function(n) {
  if (n < 2) {
    return(text_of(n))
  }
  paste0(binary(floor(n / 2)), sprintf("%.15g", n %% 2))
}

writeLines(binary(10))
writeLines(binary(255))
