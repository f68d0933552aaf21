ArrayList<ArrayList<Integer>> m = listOf(new ArrayList[] {listOf(new Integer[] {1, 2}), listOf(new Integer[] {3, 4})});
int sum = 0;

void setup() {
  for (ArrayList<Integer> row : m) {
    for (int x : row) {
      sum += x;
    }
  }
  println(sum);
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}
