gcd <- function(a, b) {
  while (b != 0) {
    t2 <- b
    b <- a %% b
    a <- t2
  }
  a
}

writeLines(sprintf("%.15g", gcd(48, 18)))
writeLines(sprintf("%.15g", gcd(7, 3)))
