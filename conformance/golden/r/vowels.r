sentence <- "Blocks are for everyone"
vowels <- 0
for (i in 1:nchar(sentence)) {
  letter <- tolower(substr(sentence, i, i))
  if (max(0, regexpr(letter, "aeiou", fixed = TRUE)) > 0) {
    vowels <- vowels + 1
  }
}
writeLines(sprintf("%.15g vowels", vowels))
