ArrayList<Integer> numbers = listOf(new Integer[] {3, 41, 12, 9, 74, 15});
int largest;
int place;

void setup() {
  largest = numbers.get(0);
  place = 1;
  for (int i : steps(2, numbers.size())) {
    if (numbers.get(i - 1) > largest) {
      largest = numbers.get(i - 1);
      place = i;
    }
  }
  println(largest + " at " + place);
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}

ArrayList<Integer> steps(int from, float to) {
  // Counts from one number to another, up or down.
  ArrayList<Integer> numbers = new ArrayList<Integer>();
  for (int n = from; from <= to ? n <= to : n >= to; n += from <= to ? 1 : -1) {
    numbers.add(n);
  }
  return numbers;
}
