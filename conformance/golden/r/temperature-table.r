for (c2 in seq(0, 100, by = 50)) {
  writeLines(sprintf("%.15g C = %.15g F", c2, (c2 * 9) / 5 + 32))
}
