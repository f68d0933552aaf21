factorial <- function(n) {
  if (n < 2) {
    return(1)
  }
  n * factorial(n - 1)
}

result <- 1
for (i in 1:6) {
  result <- result * i
}
writeLines(sprintf("%.15g", result))
writeLines(sprintf("%.15g", factorial(6)))
