numbers <- list(1, 1)
for (k in 1:8) {
  numbers <- append(numbers, list(numbers[[length(numbers)]] + numbers[[length(numbers) - 1]]))
}
writeLines(paste(sprintf("%.15g", unlist(numbers)), collapse = " "))
