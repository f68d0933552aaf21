marks <- list(70, 85, 92, 61)
writeLines(sprintf("best: %.15g", max(unlist(marks))))
writeLines(sprintf("worst: %.15g", min(unlist(marks))))
writeLines(sprintf("average: %.15g", round(mean(unlist(marks)))))
passed <- 0
for (mark in marks) {
  if (mark >= 65) {
    passed <- passed + 1
  }
}
writeLines(sprintf("%.15g of %.15g have passed", passed, length(marks)))
