ArrayList<String> words;
int count;

void setup() {
  words = listOf(split("a b a c a", " "));
  count = 0;
  for (String w : words) {
    if (w.equals("a")) {
      count++;
    }
  }
  println(count);
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}
