var l, p, rest, smaller, i, x, a, b, p0, p1, p2, p3;

dynamic sorted(l) {
  if (l.length < 2) {
    return l;
  }
  return parts(l.first, l.sublist(1));
}

dynamic parts(p, rest) {
  return join(sorted(chosen(rest, p, true)), p, sorted(chosen(rest, p, false)));
}

dynamic chosen(l, p, smaller) {
  return chosen_from(l, 1, p, smaller);
}

dynamic chosen_from(l, i, p, smaller) {
  if (i > l.length) {
    return [];
  }
  return with_first(l[(i - 1)], chosen_from(l, i + 1, p, smaller), p, smaller);
}

dynamic with_first(x, l, p, smaller) {
  if (x < p == smaller) {
    l.insert(0, x);
  }
  return l;
}

dynamic join(a, p, b) {
  a.add(p);
  for (var x in b) {
    a.add(x);
  }
  return a;
}


main() {
  print((sorted([3, 1, 4, 1, 5, 9, 2, 6])).join(','));
}