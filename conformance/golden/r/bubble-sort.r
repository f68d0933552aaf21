l <- list(5, 2, 9, 1)
n <- length(l)
for (i in 1:(n - 1)) {
  for (j in 1:(n - i)) {
    a <- l[[j]]
    b <- l[[j + 1]]
    if (a > b) {
      l[[j]] <- b
      l[[j + 1]] <- a
    }
  }
}
writeLines(paste(sprintf("%.15g", unlist(l)), collapse = ","))
