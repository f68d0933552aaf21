for (i in 1:15) {
  if (i %% 15 == 0) {
    writeLines("FizzBuzz")
  } else if (i %% 3 == 0) {
    writeLines("Fizz")
  } else if (i %% 5 == 0) {
    writeLines("Buzz")
  } else {
    writeLines(sprintf("%.15g", i))
  }
}
