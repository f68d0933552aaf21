String s = "hello";
ArrayList<String> seen = new ArrayList<String>();

void setup() {
  for (String c : (ArrayList<String>) splitText(s, "")) {
    if (seen.indexOf(c) + 1 == 0) {
      seen.add(c);
      println(c + " " + countText(s, c));
    }
  }
}

ArrayList splitText(String text, String delimiter) {
  // Without a delimiter, the letters.
  if (!delimiter.equals("")) {
    return listOf(split(text, delimiter));
  }
  ArrayList letters = new ArrayList();
  for (int i = 0; i < text.length(); i++) {
    letters.add(str(text.charAt(i)));
  }
  return letters;
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}

int countText(String text, String part) {
  if (part.equals("")) {
    return text.length() + 1;
  }
  int count = 0;
  for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
    count++;
  }
  return count;
}
