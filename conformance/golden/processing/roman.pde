ArrayList<Integer> values;
ArrayList<String> letters;
String text2;

void setup() {
  println(roman(14));
  println(roman(39));
}

String roman(int number) {
  values = listOf(new Integer[] {10, 9, 5, 4, 1});
  letters = listOf(new String[] {"X", "IX", "V", "IV", "I"});
  text2 = "";
  for (int i = 1; i <= 5; i++) {
    while (number >= values.get(i - 1)) {
      text2 += letters.get(i - 1);
      number = number - values.get(i - 1);
    }
  }
  return text2;
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}
