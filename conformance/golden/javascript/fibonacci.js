var numbers;


numbers = [1, 1];
for (let count = 0; count < 8; count++) {
  numbers.push(numbers.slice(-1)[0] + numbers.slice(-2)[0]);
}
console.log(numbers.join(' '));
