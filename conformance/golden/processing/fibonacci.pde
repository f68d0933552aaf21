ArrayList<Integer> numbers = listOf(new Integer[] {1, 1});

void setup() {
  for (int k = 0; k < 8; k++) {
    numbers.add(numbers.get(numbers.size() - 1) + numbers.get(numbers.size() - 2));
  }
  println(joinItems(numbers, " "));
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}

String joinItems(ArrayList list, String delimiter) {
  String result = "";
  for (int i = 0; i < list.size(); i++) {
    result += (i == 0 ? "" : delimiter) + list.get(i);
  }
  return result;
}
