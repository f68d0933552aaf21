split_text <- function(text, delimiter) {
  if (delimiter == "") {
    return(as.list(strsplit(text, "")[[1]]))
  }
  # R leaves out an empty part at the end.
  parts <- strsplit(paste0(text, delimiter), delimiter, fixed = TRUE)[[1]]
  as.list(parts)
}

same <- function(a, b) {
  # Whether two values are the same; 1 is, whether it was counted or measured.
  if (is.numeric(a) && is.numeric(b)) {
    a == b
  } else if (is.list(a) && is.list(b)) {
    length(a) == length(b) && all(mapply(same, a, b))
  } else {
    identical(a, b)
  }
}

find_item <- function(items, value) {
  # The place of the first item that is the same, or 0.
  for (place in seq_along(items)) {
    if (same(items[[place]], value)) {
      return(place)
    }
  }
  0
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

count_text <- function(text, part) {
  if (part == "") {
    return(nchar(text) + 1)
  }
  sum(gregexpr(part, text, fixed = TRUE)[[1]] > 0)
}

s <- "hello"
seen <- list()
for (c2 in split_text(s, "")) {
  if (find_item(seen, c2) == 0) {
    seen <- append(seen, list(c2))
    writeLines(paste0(text_of(c2), " ", sprintf("%.15g", count_text(s, c2))))
  }
}
