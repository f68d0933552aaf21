var sentence, vowels, i, letter;

function* steps(start, end, step = 1) {
  // From one number to another, up or down.
  const size = start <= end ? Math.abs(step) : -Math.abs(step);
  for (let n = start; size > 0 ? n <= end : n >= end; n += size) {
    yield n;
  }
}


sentence = 'Blocks are for everyone';
vowels = 0;
for (i of steps(1, sentence.length)) {
  letter = sentence.charAt(i - 1).toLowerCase();
  if ('aeiou'.indexOf(letter) + 1 > 0) {
    vowels++;
  }
}
console.log(`${vowels} vowels`);
