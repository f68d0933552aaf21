isPalindrome <- function(s) {
  s == intToUtf8(rev(utf8ToInt(s)))
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

writeLines(text_of(isPalindrome("level")))
writeLines(text_of(isPalindrome("hello")))
