count_text <- function(text, part) {
  if (part == "") {
    return(nchar(text) + 1)
  }
  sum(gregexpr(part, text, fixed = TRUE)[[1]] > 0)
}

s <- "hello"
seen <- list()
for (c2 in as.list(strsplit(s, "")[[1]])) {
  if (match(c2, unlist(seen), nomatch = 0) == 0) {
    seen <- append(seen, list(c2))
    writeLines(sprintf("%s %.15g", c2, count_text(s, c2)))
  }
}
