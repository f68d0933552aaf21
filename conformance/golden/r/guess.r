secret <- 42
low <- 1
high <- 100
tries <- 0
guess <- 0
while (guess != secret) {
  guess <- floor((low + high) / 2)
  tries <- tries + 1
  if (guess < secret) {
    low <- guess + 1
  } else if (guess > secret) {
    high <- guess - 1
  }
}
writeLines(sprintf("found %.15g in %.15g tries", guess, tries))
