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

numbers <- list(3, 41, 12, 9, 74, 15)
largest <- numbers[[1]]
place <- 1
for (i in 2:length(numbers)) {
  if (numbers[[i]] > largest) {
    largest <- numbers[[i]]
    place <- i
  }
}
writeLines(paste0(text_of(largest), " at ", sprintf("%.15g", place)))
