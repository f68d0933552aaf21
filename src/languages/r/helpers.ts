/**
 * Functions for what R has none of its own for, or one that does something else
 * with an empty list or text.
 */
export const helpers: Record<string, string> = {
  text_of: `
{=text_of} <- function(value) {
  # What is shown for a value.
  if (is.null(value)) {
    "NULL"
  } else if (is.list(value)) {
    paste0("[", paste(lapply(value, {=text_of}), collapse = ", "), "]")
  } else if (is.numeric(value)) {
    sprintf("%.15g", value)
  } else {
    as.character(value)
  }
}`,

  same: `
{=same} <- function(a, b) {
  # Whether two values are the same; 1 is, whether it was counted or measured.
  if (is.numeric(a) && is.numeric(b)) {
    a == b
  } else if (is.list(a) && is.list(b)) {
    length(a) == length(b) && all(mapply({=same}, a, b))
  } else {
    identical(a, b)
  }
}`,

  steps: `
{=steps} <- function(from, to, by) {
  # The numbers from one to another, up or down.
  seq(from, to, by = if (from <= to) abs(by) else -abs(by))
}`,

  is_prime: `
{=is_prime} <- function(number) {
  if (number < 2 || number %% 1 != 0) {
    return(FALSE)
  }
  factors <- seq_len(floor(sqrt(number)))[-1]
  all(number %% factors != 0)
}`,

  modes: `
{=modes} <- function(items) {
  # The items that are in a list most often.
  kinds <- unique(items)
  counts <- vapply(kinds, function(kind) {
    sum(vapply(items, identical, TRUE, kind))
  }, 0)
  kinds[counts == max(counts, 0)]
}`,

  deviation: `
{=deviation} <- function(numbers) {
  # The standard deviation of all there are.
  sqrt(mean((numbers - mean(numbers))^2))
}`,

  random_integer: `
{=random_integer} <- function(from, to) {
  low <- min(from, to)
  low + floor(runif(1) * (max(from, to) - low + 1))
}`,

  size: `
{=size} <- function(value) {
  if (is.character(value)) nchar(value) else length(value)
}`,

  find_item: `
{=find_item} <- function(items, value) {
  # The place of the first item that is the same, or 0.
  for (place in seq_along(items)) {
    if ({=same}(items[[place]], value)) {
      return(place)
    }
  }
  0
}`,

  find_last_item: `
{=find_last_item} <- function(items, value) {
  # The place of the last item that is the same, or 0.
  place <- {=find_item}(rev(items), value)
  if (place == 0) 0 else length(items) - place + 1
}`,

  take_item: `
{=take_item} <- function(name, place) {
  # Take an item out of the list in a variable.
  where <- parent.frame()
  while (!exists(name, envir = where, inherits = FALSE)) {
    where <- parent.env(where)
  }
  items <- get(name, envir = where)
  assign(name, items[-place], envir = where)
  items[[place]]
}`,

  part: `
{=part} <- function(items, from, to) {
  # The items between two places; those below 0 count from the end.
  if (from < 0) from <- length(items) + from + 1
  if (to < 0) to <- length(items) + to + 1
  if (from > to) list() else items[from:to]
}`,

  part_of_text: `
{=part_of_text} <- function(text, from, to) {
  # The letters between two places; those below 0 count from the end.
  if (from < 0) from <- nchar(text) + from + 1
  if (to < 0) to <- nchar(text) + to + 1
  substr(text, from, to)
}`,

  find_last_text: `
{=find_last_text} <- function(text, part) {
  # The place of the last part of a text that is the same, or 0.
  if (nchar(part) > nchar(text)) {
    return(0)
  }
  places <- seq_len(nchar(text) - nchar(part) + 1)
  max(0, places[substring(text, places, places + nchar(part) - 1) == part])
}`,

  letter: `
{=letter} <- function(text, place) {
  # A letter of a text; a place below 0 counts from the end.
  if (place < 0) place <- nchar(text) + place + 1
  substr(text, place, place)
}`,

  random_letter: `
{=random_letter} <- function(text) {
  {=letter}(text, sample(nchar(text), 1))
}`,

  sort_texts: `
{=sort_texts} <- function(items) {
  texts <- vapply(items, {=text_of}, "")
  items[order(texts, method = "radix")]
}`,

  sort_letters: `
{=sort_letters} <- function(items) {
  # In order, be they capitals or not.
  texts <- vapply(items, {=text_of}, "")
  items[order(tolower(texts), method = "radix")]
}`,

  split_text: `
{=split_text} <- function(text, delimiter) {
  if (delimiter == "") {
    return(as.list(strsplit(text, "")[[1]]))
  }
  # R leaves out an empty part at the end.
  parts <- strsplit(paste0(text, delimiter), delimiter, fixed = TRUE)[[1]]
  as.list(parts)
}`,

  count_text: `
{=count_text} <- function(text, part) {
  if (part == "") {
    return(nchar(text) + 1)
  }
  sum(gregexpr(part, text, fixed = TRUE)[[1]] > 0)
}`,

  replace_text: `
{=replace_text} <- function(text, old, new) {
  if (old == "") text else gsub(old, new, text, fixed = TRUE)
}`,

  title_case: `
{=title_case} <- function(text) {
  gsub("(^|\\\\s)(\\\\S)", "\\\\1\\\\U\\\\2", tolower(text), perl = TRUE)
}`,

  random_colour: `
{=random_colour} <- function() {
  sprintf("#%06x", sample(0:16777215, 1))
}`,

  rgb_colour: `
{=rgb_colour} <- function(red, green, blue) {
  # A colour from percentages.
  parts <- round(pmin(pmax(c(red, green, blue), 0), 100) * 2.55)
  sprintf("#%02x%02x%02x", parts[1], parts[2], parts[3])
}`,

  blend_colours: `
{=blend_colours} <- function(first, second, ratio) {
  share <- min(max(ratio, 0), 1)
  parts <- function(colour) strtoi(substring(colour, c(2, 4, 6), c(3, 5, 7)), 16L)
  mixed <- round(parts(first) * (1 - share) + parts(second) * share)
  sprintf("#%02x%02x%02x", mixed[1], mixed[2], mixed[3])
}`
};
