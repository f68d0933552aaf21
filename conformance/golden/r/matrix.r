m <- list(list(1, 2), list(3, 4))
sum2 <- 0
for (row in m) {
  for (x in row) {
    sum2 <- sum2 + x
  }
}
writeLines(sprintf("%.15g", sum2))
