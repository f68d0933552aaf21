place <- function(l, w) {
  low <- 1
  high <- length(l)
  while (low <= high) {
    middle <- floor((low + high) / 2)
    x <- l[[middle]]
    if (x == w) {
      return(middle)
    }
    if (x < w) {
      low <- middle + 1
    } else {
      high <- middle - 1
    }
  }
  0
}

writeLines(sprintf("%.15g", place(list(1, 3, 5, 7, 9, 11), 9)))
writeLines(sprintf("%.15g", place(list(1, 3, 5), 4)))
writeLines(sprintf("%.15g", place(list(), 4)))
