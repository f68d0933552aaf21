size <- function(value) {
  if (is.character(value)) nchar(value) else length(value)
}

sorted <- function(l) {
  force(l)
  if (size(l) < 2) {
    return(l)
  }
  parts(l[[1]], tail(l, -1))
}

parts <- function(p, rest) {
  force(p)
  force(rest)
  join(sorted(chosen(rest, p, TRUE)), p, sorted(chosen(rest, p, FALSE)))
}

chosen <- function(l, p, smaller) {
  force(l)
  force(p)
  force(smaller)
  chosen_from(l, 1, p, smaller)
}

chosen_from <- function(l, i, p, smaller) {
  force(l)
  force(i)
  force(p)
  force(smaller)
  if (i > size(l)) {
    return(list())
  }
  with_first(l[[i]], chosen_from(l, i + 1, p, smaller), p, smaller)
}

with_first <- function(x, l, p, smaller) {
  force(x)
  force(l)
  force(p)
  force(smaller)
  if ((x < p) == smaller) {
    l <- append(list(x), l)
  }
  l
}

join <- function(a, p, b) {
  force(a)
  force(p)
  force(b)
  a <- append(a, list(p))
  for (value in b) {
    x <<- value
    a <- append(a, list(x))
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

if (!exists("x", inherits = FALSE)) x <- NULL

writeLines(paste(lapply(sorted(list(3, 1, 4, 1, 5, 9, 2, 6)), text_of), collapse = ","))
