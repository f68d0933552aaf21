function sorted($l) {
  if (count($l) < 2) {
    return $l;
  }
  return parts($l[0], array_slice($l, 1));
}

function parts($p, $rest) {
  return join2(sorted(chosen($rest, $p, true)), $p, sorted(chosen($rest, $p, false)));
}

function chosen($l, $p, $smaller) {
  return chosen_from($l, 1, $p, $smaller);
}

function chosen_from($l, $i, $p, $smaller) {
  if ($i > count($l)) {
    return [];
  }
  return with_first($l[$i - 1], chosen_from($l, $i + 1, $p, $smaller), $p, $smaller);
}

function with_first($x, $l, $p, $smaller) {
  if (($x < $p) === $smaller) {
    array_unshift($l, $x);
  }
  return $l;
}

function join2($a, $p, $b) {
  global $x;
  $a[] = $p;
  foreach ($b as $x) {
    $a[] = $x;
  }
  return $a;
}

function text_of($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('text_of', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}

echo implode(',', array_map('text_of', sorted([3, 1, 4, 1, 5, 9, 2, 6]))), PHP_EOL;
