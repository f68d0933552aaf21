var words, count, w;


words = 'a b a c a'.split(' ');
count = 0;
for (w of words) {
  if (w === 'a') {
    count++;
  }
}
console.log(count);
