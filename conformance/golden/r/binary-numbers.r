binary <- function(n) {
  if (n < 2) {
    return(sprintf("%.15g", n))
  }
  sprintf("%s%.15g", binary(floor(n / 2)), n %% 2)
}

writeLines(binary(10))
writeLines(binary(255))
