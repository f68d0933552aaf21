var values, letters, text, i;

function roman(number) {
  values = [10, 9, 5, 4, 1];
  letters = ['X', 'IX', 'V', 'IV', 'I'];
  text = '';
  for (i = 1; i <= 5; i++) {
    while (number >= values[i - 1]) {
      text += letters[i - 1];
      number = number - values[i - 1];
    }
  }
  return text;
}


console.log(roman(14));
console.log(roman(39));
