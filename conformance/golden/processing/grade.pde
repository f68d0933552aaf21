String mark;

void setup() {
  for (int points : new int[] {95, 80, 79, 12}) {
    println(points + ": " + grade(points));
  }
}

String grade(int points) {
  if (points >= 90) {
    mark = "A";
  } else if (points >= 80) {
    mark = "B";
  } else if (points >= 70) {
    mark = "C";
  } else {
    mark = "F";
  }
  return mark;
}
