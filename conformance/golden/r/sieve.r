primes <- list()
for (n in 2:30) {
  ok <- TRUE
  for (p in primes) {
    if (n %% p == 0) {
      ok <- FALSE
      break
    }
  }
  if (ok) {
    primes <- append(primes, list(n))
  }
}
writeLines(paste(sprintf("%.15g", unlist(primes)), collapse = " "))
