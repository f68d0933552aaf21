var i;


for (i = 3; i >= 1; i--) {
  console.log(i);
}
console.log('Go!');
