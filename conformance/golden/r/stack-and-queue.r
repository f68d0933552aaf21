l <- list()
for (i in 1:4) {
  l <- append(l, list(i))
}
item <- l[[length(l)]]
l[[length(l)]] <- NULL
writeLines(sprintf("%.15g", item))
item2 <- l[[1]]
l[[1]] <- NULL
writeLines(sprintf("%.15g", item2))
writeLines(sprintf("%.15g", length(l)))
