var marks, passed, mark;

function mathMean(myList) {
  return myList.reduce(function(x, y) {return x + y;}, 0) / myList.length;
}


marks = [70, 85, 92, 61];
console.log('best: ' + String(Math.max.apply(null, marks)));
console.log('worst: ' + String(Math.min.apply(null, marks)));
console.log('average: ' + String(Math.round(mathMean(marks))));
passed = 0;
for (var mark_index in marks) {
  mark = marks[mark_index];
  if (mark >= 65) {
    passed = (typeof passed === 'number' ? passed : 0) + 1;
  }
}
console.log([passed,' of ',marks.length,' have passed'].join(''));
