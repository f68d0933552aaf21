var words, word;


words = 'one two three'.split(' ');
console.log(words.slice().reverse().join(' '));
for (var word_index in words) {
  word = words[word_index];
  console.log(word.split('').reverse().join(''));
}
