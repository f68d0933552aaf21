var l, i;


l = [];
for (i = 1; i <= 4; i++) {
  l.push(i);
}
console.log(l.pop());
console.log(l.shift());
console.log(l.length);
