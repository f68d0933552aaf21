letter2 <- function(text, place) {
  # A letter of a text; a place below 0 counts from the end.
  if (place < 0) place <- nchar(text) + place + 1
  substr(text, place, place)
}

sentence <- "Blocks are for everyone"
vowels <- 0
for (i in 1:nchar(sentence)) {
  letter <- tolower(letter2(sentence, i))
  if (max(0, regexpr(letter, "aeiou", fixed = TRUE)) > 0) {
    vowels <- vowels + 1
  }
}
writeLines(paste0(sprintf("%.15g", vowels), " vowels"))
