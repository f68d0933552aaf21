take_item <- function(name, place) {
  # Take an item out of the list in a variable.
  where <- parent.frame()
  while (!exists(name, envir = where, inherits = FALSE)) {
    where <- parent.env(where)
  }
  items <- get(name, envir = where)
  assign(name, items[-place], envir = where)
  items[[place]]
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

l <- list()
for (i in 1:4) {
  l <- append(l, list(i))
}
writeLines(text_of(take_item("l", length(l))))
writeLines(text_of(take_item("l", 1)))
writeLines(sprintf("%.15g", length(l)))
