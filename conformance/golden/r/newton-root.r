root <- function(n) {
  x <- n
  for (k in 1:30) {
    x <- (x + n / x) / 2
  }
  x
}

writeLines(sprintf("%.15g", round(root(2) * 1000000)))
writeLines(as.character(abs(root(9) - 3) < 1e-9))
