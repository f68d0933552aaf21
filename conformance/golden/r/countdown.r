for (i in 3:1) {
  writeLines(sprintf("%.15g", i))
}
writeLines("Go!")
