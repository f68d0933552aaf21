var number, found, divisor;

dynamic is_prime(number) {
  var divisor_end = number - 1;
  num divisor_inc = 1;
  if (2 > divisor_end) {
    divisor_inc = -divisor_inc;
  }
  for (divisor = 2; divisor_inc >= 0 ? divisor <= divisor_end : divisor >= divisor_end; divisor += divisor_inc) {
    if (number % divisor == 0) {
      return false;
    }
  }
  return true;
}


main() {
  found = [];
  number = 2;
  while (!(found.length == 6)) {
    if (number == 2 || is_prime(number)) {
      found.add(number);
    }
    number = (number is num ? number : 0) + 1;
  }
  print(found.join(', '));
}