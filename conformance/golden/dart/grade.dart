var points, mark;

dynamic grade(points) {
  if (points >= 90) {
    mark = 'A';
  }else if (points >= 80) {
    mark = 'B';
  }else if (points >= 70) {
    mark = 'C';
  } else {
    mark = 'F';
  }
  return mark;
}


main() {
  for (var points in [95, 80, 79, 12]) {
    print([points,': ',grade(points)].join());
  }
}