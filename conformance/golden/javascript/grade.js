var points, mark;

function grade(points) {
  if (points >= 90) {
    mark = 'A';
  } else if (points >= 80) {
    mark = 'B';
  } else if (points >= 70) {
    mark = 'C';
  } else {
    mark = 'F';
  }
  return mark;
}


var points_list = [95, 80, 79, 12];
for (var points_index in points_list) {
  points = points_list[points_index];
  console.log([points,': ',grade(points)].join(''));
}
