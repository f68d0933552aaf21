sorted <- function(l) {
  force(l)
  if (length(l) < 2) {
    return(l)
  }
  parts(l[[1]], tail(l, -1))
}

parts <- function(p, rest) {
  force(p)
  force(rest)
  join(sorted(chosen(rest, p, TRUE)), p, sorted(chosen(rest, p, FALSE)))
}

chosen <- function(l, p, smaller) {
  force(l)
  force(p)
  chosen_from(l, 1, p, smaller)
}

chosen_from <- function(l, i, p, smaller) {
  force(l)
  force(i)
  force(p)
  force(smaller)
  if (i > length(l)) {
    return(list())
  }
  with_first(l[[i]], chosen_from(l, i + 1, p, smaller), p, smaller)
}

with_first <- function(x, l, p, smaller) {
  force(x)
  force(l)
  force(p)
  force(smaller)
  if ((x < p) == smaller) {
    l <- append(list(x), l)
  }
  l
}

join <- function(a, p, b) {
  force(a)
  force(p)
  force(b)
  a <- append(a, list(p))
  for (x in b) {
    a <- append(a, list(x))
  }
  a
}

writeLines(paste(sprintf("%.15g", unlist(sorted(list(3, 1, 4, 1, 5, 9, 2, 6)))), collapse = ","))
