var low, high, middle, x;

function place(l, w) {
  low = 1;
  high = l.length;
  while (low <= high) {
    middle = Math.floor((low + high) / 2);
    x = l[middle - 1];
    if (x === w) {
      return middle;
    }
    if (x < w) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return 0;
}


console.log(place([1, 3, 5, 7, 9, 11], 9));
console.log(place([1, 3, 5], 4));
console.log(place([], 4));
