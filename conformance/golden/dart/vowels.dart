var sentence, vowels, i, letter;


main() {
  sentence = 'Blocks are for everyone';
  vowels = 0;
  var i_end = sentence.length;
  num i_inc = 1;
  if (1 > i_end) {
    i_inc = -i_inc;
  }
  for (i = 1; i_inc >= 0 ? i <= i_end : i >= i_end; i += i_inc) {
    letter = (sentence[(i - 1)]).toLowerCase();
    if ('aeiou'.indexOf(letter) + 1 > 0) {
      vowels = (vowels is num ? vowels : 0) + 1;
    }
  }
  print([vowels,' vowels'].join());
}