size <- function(value) {
  if (is.character(value)) nchar(value) else length(value)
}

letter <- function(text, place) {
  # A letter of a text; a place below 0 counts from the end.
  if (place < 0) place <- nchar(text) + place + 1
  substr(text, place, place)
}

shift <- function(word, by) {
  force(word)
  force(by)
  out <<- ""
  for (i in 1:size(word)) {
    c2 <<- letter(word, i)
    place <<- max(0, regexpr(c2, letters2, fixed = TRUE)) - 1
    place <<- (place + by) %% 26
    out <<- paste0(out, letter(letters2, place + 1))
  }
  out
}

if (!exists("out", inherits = FALSE)) out <- NULL
if (!exists("c2", inherits = FALSE)) c2 <- NULL
if (!exists("place", inherits = FALSE)) place <- NULL

letters2 <- "abcdefghijklmnopqrstuvwxyz"
writeLines(shift("xyz", 3))
writeLines(shift(shift("hello", 5), -5))
