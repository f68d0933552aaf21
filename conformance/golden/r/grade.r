grade <- function(points2) {
  if (points2 >= 90) {
    mark <- "A"
  } else if (points2 >= 80) {
    mark <- "B"
  } else if (points2 >= 70) {
    mark <- "C"
  } else {
    mark <- "F"
  }
  mark
}

for (points2 in list(95, 80, 79, 12)) {
  writeLines(sprintf("%.15g: %s", points2, grade(points2)))
}
