split_text <- function(text, delimiter) {
  if (delimiter == "") {
    return(as.list(strsplit(text, "")[[1]]))
  }
  # R leaves out an empty part at the end.
  parts <- strsplit(paste0(text, delimiter), delimiter, fixed = TRUE)[[1]]
  as.list(parts)
}

words <- split_text("a b a c a", " ")
count <- 0
for (w in words) {
  if (w == "a") {
    count <- count + 1
  }
}
writeLines(sprintf("%.15g", count))
