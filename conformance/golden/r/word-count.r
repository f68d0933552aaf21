split_text <- function(text, delimiter) {
  if (delimiter == "") {
    return(as.list(strsplit(text, "")[[1]]))
  }
  # R leaves out an empty part at the end.
  parts <- strsplit(paste0(text, delimiter), delimiter, fixed = TRUE)[[1]]
  as.list(parts)
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

words <- split_text("a b a c a", " ")
count <- 0
for (w in words) {
  if (w == "a") {
    count <- count + 1
  }
}
writeLines(text_of(count))
