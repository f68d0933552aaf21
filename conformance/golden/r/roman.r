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

roman <- function(number) {
  values <<- list(10, 9, 5, 4, 1)
  letters2 <<- list("X", "IX", "V", "IV", "I")
  text <<- ""
  for (i in 1:5) {
    while (number >= values[[i]]) {
      text <<- paste0(text, text_of(letters2[[i]]))
      number <- number - values[[i]]
    }
  }
  text
}

if (!exists("values", inherits = FALSE)) values <- NULL
if (!exists("letters2", inherits = FALSE)) letters2 <- NULL
if (!exists("text", inherits = FALSE)) text <- NULL

writeLines(roman(14))
writeLines(roman(39))
