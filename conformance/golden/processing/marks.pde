ArrayList<Integer> marks = listOf(new Integer[] {70, 85, 92, 61});
int passed;

void setup() {
  println("best: " + largest(marks));
  println("worst: " + smallest(marks));
  println("average: " + round(average(marks)));
  passed = 0;
  for (int mark : marks) {
    if (mark >= 65) {
      passed++;
    }
  }
  println(passed + " of " + marks.size() + " have passed");
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}

int largest(ArrayList<Integer> list) {
  int result = list.get(0);
  for (int number : list) {
    result = max(result, number);
  }
  return result;
}

int smallest(ArrayList<Integer> list) {
  int result = list.get(0);
  for (int number : list) {
    result = min(result, number);
  }
  return result;
}

float average(ArrayList<Integer> list) {
  return float("" + sumOf(list)) / list.size();
}

int sumOf(ArrayList<Integer> list) {
  int total = 0;
  for (int number : list) {
    total += number;
  }
  return total;
}
