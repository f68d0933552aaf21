var marks, passed, mark;

function mathMean(myList) {
  return myList.reduce(function(x, y) {return x + y;}, 0) / myList.length;
}


marks = [70, 85, 92, 61];
console.log(`best: ${Math.max.apply(null, marks)}`);
console.log(`worst: ${Math.min.apply(null, marks)}`);
console.log(`average: ${Math.round(mathMean(marks))}`);
passed = 0;
for (mark of marks) {
  if (mark >= 65) {
    passed++;
  }
}
console.log(`${passed} of ${marks.length} have passed`);
