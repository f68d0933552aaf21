var numbers, largest, place, i;


numbers = [3, 41, 12, 9, 74, 15];
largest = numbers[0];
place = 1;
var i_end = numbers.length;
var i_inc = 1;
if (2 > i_end) {
  i_inc = -i_inc;
}
for (i = 2; i_inc >= 0 ? i <= i_end : i >= i_end; i += i_inc) {
  if (numbers[(i - 1)] > largest) {
    largest = numbers[(i - 1)];
    place = i;
  }
}
console.log([largest,' at ',place].join(''));
