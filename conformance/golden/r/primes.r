is_prime <- function(number) {
  for (divisor in 2:(number - 1)) {
    if (number %% divisor == 0) {
      return(FALSE)
    }
  }
  TRUE
}

found <- list()
number <- 2
while (length(found) != 6) {
  if (number == 2 || is_prime(number)) {
    found <- append(found, list(number))
  }
  number <- number + 1
}
writeLines(paste(sprintf("%.15g", unlist(found)), collapse = ", "))
