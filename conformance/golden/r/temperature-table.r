for (c2 in seq(0, 100, by = 50)) {
  writeLines(paste0(sprintf("%.15g", c2), " C = ", sprintf("%.15g", (c2 * 9) / 5 + 32), " F"))
}
