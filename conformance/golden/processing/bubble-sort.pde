ArrayList<Integer> l = listOf(new Integer[] {5, 2, 9, 1});
int n;
int a;
int b;

void setup() {
  n = l.size();
  for (int i : steps(1, n - 1)) {
    for (int j : steps(1, n - i)) {
      a = l.get(j - 1);
      b = l.get(j);
      if (a > b) {
        l.set(j - 1, b);
        l.set(j, a);
      }
    }
  }
  println(joinItems(l, ","));
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

String joinItems(ArrayList list, String delimiter) {
  String result = "";
  for (int i = 0; i < list.size(); i++) {
    result += (i == 0 ? "" : delimiter) + list.get(i);
  }
  return result;
}
