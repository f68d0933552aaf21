leap <- function(year) {
  year %% 400 == 0 || year %% 4 == 0 && !(year %% 100 == 0)
}

for (year in list(1900, 2000, 2023, 2024)) {
  if (leap(year)) {
    writeLines(sprintf("%.15g is a leap year", year))
  } else {
    writeLines(sprintf("%.15g is not", year))
  }
}
