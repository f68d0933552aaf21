words <- as.list(strsplit("one two three", " ", fixed = TRUE)[[1]])
writeLines(paste(rev(words), collapse = " "))
for (word in words) {
  writeLines(intToUtf8(rev(utf8ToInt(word))))
}
