var numbers;


main() {
  numbers = [1, 1];
  for (int count = 0; count < 8; count++) {
    numbers.add(numbers.last + numbers[numbers.length - 2]);
  }
  print(numbers.join(' '));
}