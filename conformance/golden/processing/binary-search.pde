int low;
int high;
int middle;
int x;

void setup() {
  println(place(listOf(new Integer[] {1, 3, 5, 7, 9, 11}), 9));
  println(place(listOf(new Integer[] {1, 3, 5}), 4));
  println(place(new ArrayList<Integer>(), 4));
}

int place(ArrayList<Integer> l, int w) {
  low = 1;
  high = l.size();
  while (low <= high) {
    middle = floor((low + high) / 2.0);
    x = l.get(middle - 1);
    if (x == w) {
      return middle;
    }
    if (x < w) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return 0;
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}
