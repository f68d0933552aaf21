roman <- function(number) {
  values <- list(10, 9, 5, 4, 1)
  letters2 <- list("X", "IX", "V", "IV", "I")
  text <- ""
  for (i in 1:5) {
    while (number >= values[[i]]) {
      text <- paste0(text, letters2[[i]])
      number <- number - values[[i]]
    }
  }
  text
}

writeLines(roman(14))
writeLines(roman(39))
