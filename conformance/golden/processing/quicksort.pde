void setup() {
  println(joinItems(sorted(listOf(new Integer[] {3, 1, 4, 1, 5, 9, 2, 6})), ","));
}

ArrayList<Integer> sorted(ArrayList<Integer> l) {
  if (l.size() < 2) {
    return l;
  }
  return parts(l.get(0), partOfList(l, 1, -1));
}

ArrayList<Integer> parts(int p, ArrayList<Integer> rest) {
  return join2(sorted(chosen(rest, p, true)), p, sorted(chosen(rest, p, false)));
}

ArrayList<Integer> chosen(ArrayList<Integer> l, int p, boolean smaller) {
  return chosen_from(l, 1, p, smaller);
}

ArrayList<Integer> chosen_from(ArrayList<Integer> l, int i, int p, boolean smaller) {
  if (i > l.size()) {
    return new ArrayList<Integer>();
  }
  return with_first(l.get(i - 1), chosen_from(l, i + 1, p, smaller), p, smaller);
}

ArrayList<Integer> with_first(int x, ArrayList<Integer> l, int p, boolean smaller) {
  if ((x < p) == smaller) {
    l.add(0, x);
  }
  return l;
}

ArrayList<Integer> join2(ArrayList<Integer> a, int p, ArrayList<Integer> b) {
  a.add(p);
  for (int x : new ArrayList<Integer>(b)) {
    a.add(x);
  }
  return a;
}

ArrayList partOfList(ArrayList list, int from, int to) {
  // The items between two places; those below 0 count from the end.
  ArrayList part = new ArrayList();
  int start = from < 0 ? list.size() + from : from;
  int end = to < 0 ? list.size() + to : to;
  for (int i = start; i <= end; i++) {
    part.add(list.get(i));
  }
  return part;
}

String joinItems(ArrayList list, String delimiter) {
  String result = "";
  for (int i = 0; i < list.size(); i++) {
    result += (i == 0 ? "" : delimiter) + list.get(i);
  }
  return result;
}

ArrayList listOf(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}
