leap <- function(year) {
  year %% 400 == 0 || year %% 4 == 0 && !(year %% 100 == 0)
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

for (year in list(1900, 2000, 2023, 2024)) {
  if (leap(year)) {
    writeLines(paste0(text_of(year), " is a leap year"))
  } else {
    writeLines(paste0(text_of(year), " is not"))
  }
}
