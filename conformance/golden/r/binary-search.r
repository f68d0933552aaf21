size <- function(value) {
  if (is.character(value)) nchar(value) else length(value)
}

same <- function(a, b) {
  # Whether two values are the same; 1 is, whether it was counted or measured.
  if (is.numeric(a) && is.numeric(b)) {
    a == b
  } else if (is.list(a) && is.list(b)) {
    length(a) == length(b) && all(mapply(same, a, b))
  } else {
    identical(a, b)
  }
}

place <- function(l, w) {
  force(l)
  force(w)
  low <<- 1
  high <<- size(l)
  while (low <= high) {
    middle <<- floor((low + high) / 2)
    x <<- l[[middle]]
    if (same(x, w)) {
      return(middle)
    }
    if (x < w) {
      low <<- middle + 1
    } else {
      high <<- middle - 1
    }
  }
  0
}

if (!exists("low", inherits = FALSE)) low <- NULL
if (!exists("high", inherits = FALSE)) high <- NULL
if (!exists("middle", inherits = FALSE)) middle <- NULL
if (!exists("x", inherits = FALSE)) x <- NULL

writeLines(sprintf("%.15g", place(list(1, 3, 5, 7, 9, 11), 9)))
writeLines(sprintf("%.15g", place(list(1, 3, 5), 4)))
writeLines(sprintf("%.15g", place(list(), 4)))
