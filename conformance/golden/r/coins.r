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

rest <- 93
for (coin in list(50, 20, 10, 5, 2, 1)) {
  count <- floor(rest / coin)
  rest <- rest %% coin
  if (count > 0) {
    writeLines(paste0(sprintf("%.15g", count), " x ", text_of(coin)))
  }
}
