var number, values, text, letters, i;

dynamic roman(number) {
  values = [10, 9, 5, 4, 1];
  letters = ['X', 'IX', 'V', 'IV', 'I'];
  text = '';
  for (i = 1; i <= 5; i++) {
    while (number >= values[(i - 1)]) {
      text = [text, letters[(i - 1)]].join();
      number = number - values[(i - 1)];
    }
  }
  return text;
}


main() {
  print(roman(14));
  print(roman(39));
}