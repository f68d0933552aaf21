var mark, points;

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


for (points of [95, 80, 79, 12]) {
  console.log(`${points}: ${grade(points)}`);
}
