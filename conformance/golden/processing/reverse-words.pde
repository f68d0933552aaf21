ArrayList<String> words;

void setup() {
  words = listOf(split("one two three", " "));
  println(joinItems(reverseList(words), " "));
  for (String word : words) {
    println(reverseText(word));
  }
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

ArrayList reverseList(ArrayList list) {
  ArrayList result = new ArrayList();
  for (int i = list.size() - 1; i >= 0; i--) {
    result.add(list.get(i));
  }
  return result;
}

String reverseText(String text) {
  String result = "";
  for (int i = text.length() - 1; i >= 0; i--) {
    result += str(text.charAt(i));
  }
  return result;
}
