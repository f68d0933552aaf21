text_of <- function(value) {
  # What is shown for a value.
  if (is.null(value)) {
    "NULL"
  } else if (is.list(value)) {
    paste0("[", paste(lapply(value, text_of), collapse = ", "), "]")
  } else if (is.numeric(value)) {
    sprintf("%.15g", value)
  } else {
    as.character(value)
  }
}

marks <- list(70, 85, 92, 61)
writeLines(paste0("best: ", text_of(max(unlist(marks)))))
writeLines(paste0("worst: ", text_of(min(unlist(marks)))))
writeLines(paste0("average: ", text_of(round(mean(unlist(marks))))))
passed <- 0
for (mark in marks) {
  if (mark >= 65) {
    passed <- passed + 1
  }
}
writeLines(paste0(text_of(passed), " of ", text_of(length(marks)), " have passed"))
