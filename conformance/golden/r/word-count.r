words <- as.list(strsplit("a b a c a", " ", fixed = TRUE)[[1]])
count <- 0
for (w in words) {
  if (w == "a") {
    count <- count + 1
  }
}
writeLines(sprintf("%.15g", count))
