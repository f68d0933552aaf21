var x;

function sorted(l) {
  if (l.length < 2) {
    return l;
  }
  return parts(l[0], l.slice(1, l.length));
}

function parts(p, rest) {
  return join(sorted(chosen(rest, p, true)), p, sorted(chosen(rest, p, false)));
}

function chosen(l, p, smaller) {
  return chosen_from(l, 1, p, smaller);
}

function chosen_from(l, i, p, smaller) {
  if (i > l.length) {
    return [];
  }
  return with_first(l[i - 1], chosen_from(l, i + 1, p, smaller), p, smaller);
}

function with_first(x, l, p, smaller) {
  if (x < p === smaller) {
    l.unshift(x);
  }
  return l;
}

function join(a, p, b) {
  a.push(p);
  for (x of [...b]) {
    a.push(x);
  }
  return a;
}


console.log(sorted([3, 1, 4, 1, 5, 9, 2, 6]).join(','));
