marks <- list(70, 85, 92, 61)
writeLines(paste0("best: ", sprintf("%.15g", max(unlist(marks)))))
writeLines(paste0("worst: ", sprintf("%.15g", min(unlist(marks)))))
writeLines(paste0("average: ", sprintf("%.15g", round(mean(unlist(marks))))))
passed <- 0
for (mark in marks) {
  if (mark >= 65) {
    passed <- passed + 1
  }
}
writeLines(paste0(sprintf("%.15g", passed), " of ", sprintf("%.15g", length(marks)), " have passed"))
