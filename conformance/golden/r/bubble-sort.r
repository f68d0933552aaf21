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

l <- list(5, 2, 9, 1)
n <- length(l)
for (i in 1:(n - 1)) {
  for (j in 1:(n - i)) {
    a <- l[[j]]
    b <- l[[j + 1]]
    if (a > b) {
      l[[j]] <- b
      l[[j + 1]] <- a
    }
  }
}
writeLines(paste(lapply(l, text_of), collapse = ","))
