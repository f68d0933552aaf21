numbers <- list(3, 41, 12, 9, 74, 15)
largest <- numbers[[1]]
place <- 1
for (i in 2:length(numbers)) {
  if (numbers[[i]] > largest) {
    largest <- numbers[[i]]
    place <- i
  }
}
writeLines(sprintf("%.15g at %.15g", largest, place))
