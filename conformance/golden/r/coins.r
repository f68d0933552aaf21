rest <- 93
for (coin in list(50, 20, 10, 5, 2, 1)) {
  count <- floor(rest / coin)
  rest <- rest %% coin
  if (count > 0) {
    writeLines(sprintf("%.15g x %.15g", count, coin))
  }
}
