steps <- function(n) {
  count <- 0
  while (n != 1) {
    if (n %% 2 == 0) {
      n <- n / 2
    } else {
      n <- n * 3 + 1
    }
    count <- count + 1
  }
  count
}

writeLines(sprintf("%.15g", steps(27)))
