var numbers, largest, place, i;

function* steps(start, end, step = 1) {
  // From one number to another, up or down.
  const size = start <= end ? Math.abs(step) : -Math.abs(step);
  for (let n = start; size > 0 ? n <= end : n >= end; n += size) {
    yield n;
  }
}


numbers = [3, 41, 12, 9, 74, 15];
largest = numbers[0];
place = 1;
for (i of steps(2, numbers.length)) {
  if (numbers[i - 1] > largest) {
    largest = numbers[i - 1];
    place = i;
  }
}
console.log(`${largest} at ${place}`);
