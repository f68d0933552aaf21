steps <- function(n) {
  count <<- 0
  while (n != 1) {
    if (n %% 2 == 0) {
      n <- n / 2
    } else {
      n <- n * 3 + 1
    }
    count <<- count + 1
  }
  count
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

if (!exists("count", inherits = FALSE)) count <- NULL

writeLines(text_of(steps(27)))
