var words, word;


words = 'one two three'.split(' ');
console.log(words.slice().reverse().join(' '));
for (word of words) {
  console.log(word.split('').reverse().join(''));
}
