shift <- function(word, by) {
  out <- ""
  for (i in 1:nchar(word)) {
    c2 <- substr(word, i, i)
    place <- max(0, regexpr(c2, letters2, fixed = TRUE)) - 1
    place <- (place + by) %% 26
    out <- paste0(out, substr(letters2, place + 1, place + 1))
  }
  out
}

letters2 <- "abcdefghijklmnopqrstuvwxyz"
writeLines(shift("xyz", 3))
writeLines(shift(shift("hello", 5), -5))
