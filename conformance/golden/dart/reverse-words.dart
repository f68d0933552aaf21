var words, word;


main() {
  words = 'one two three'.split(' ');
  print((new List.from(words.reversed)).join(' '));
  for (var word in words) {
    print(new String.fromCharCodes(word.runes.toList().reversed));
  }
}