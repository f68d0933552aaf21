var words, count, w;


words = 'a b a c a'.split(' ');
count = 0;
for (var w_index in words) {
  w = words[w_index];
  if (w == 'a') {
    count = (typeof count === 'number' ? count : 0) + 1;
  }
}
console.log(count);
