grade <- function(points2) {
  force(points2)
  if (points2 >= 90) {
    mark <<- "A"
  } else if (points2 >= 80) {
    mark <<- "B"
  } else if (points2 >= 70) {
    mark <<- "C"
  } else {
    mark <<- "F"
  }
  mark
}

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

if (!exists("mark", inherits = FALSE)) mark <- NULL

for (points2 in list(95, 80, 79, 12)) {
  writeLines(paste0(text_of(points2), ": ", grade(points2)))
}
