import 'dart:math' as Math;

var marks, passed, mark;

num math_max(List<num> myList) {
  if (myList.isEmpty) return null;
  num maxVal = myList[0];
  myList.forEach((num entry) {maxVal = Math.max(maxVal, entry);});
  return maxVal;
}

num math_min(List<num> myList) {
  if (myList.isEmpty) return null;
  num minVal = myList[0];
  myList.forEach((num entry) {minVal = Math.min(minVal, entry);});
  return minVal;
}

num math_mean(List myList) {
  // First filter list for numbers only.
  List localList = new List.from(myList);
  localList.removeWhere((a) => a is! num);
  if (localList.isEmpty) return null;
  num sumVal = 0;
  localList.forEach((var entry) {sumVal += entry;});
  return sumVal / localList.length;
}


main() {
  marks = [70, 85, 92, 61];
  print(['best: ',math_max(marks)].join());
  print(['worst: ',math_min(marks)].join());
  print(['average: ',(math_mean(marks)).round()].join());
  passed = 0;
  for (var mark in marks) {
    if (mark >= 65) {
      passed = (passed is num ? passed : 0) + 1;
    }
  }
  print([passed,' of ',marks.length,' have passed'].join());
}