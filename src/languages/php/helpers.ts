/**
 * Functions for what PHP has none of its own for, or one that does something
 * else with fractions, or with nothing.
 */
export const helpers: Record<string, string> = {
  text_of: `
function {=text_of}($value) {
  // What is shown for a value.
  if (is_array($value)) {
    return '[' . implode(', ', array_map('{=text_of}', $value)) . ']';
  }
  return is_bool($value) || $value === null ? json_encode($value) : (string) $value;
}`,

  same: `
function {=same}($a, $b) {
  // Whether two values are the same; 1 and 1.0 are, 1 and '1' are not.
  return is_string($a) === is_string($b)
    && is_bool($a) === is_bool($b)
    && is_null($a) === is_null($b)
    && $a == $b;
}`,

  steps: `
function {=steps}($from, $to, $by) {
  // Counts from one number to another, up or down.
  $step = $from <= $to ? abs($by) : -abs($by);
  for ($number = $from; $step < 0 ? $number >= $to : $number <= $to; $number += $step) {
    yield $number;
  }
}`,

  is_prime: `
function {=is_prime}($number) {
  if ($number < 2 || fmod($number, 1) != 0) {
    return false;
  }
  for ($factor = 2; $factor * $factor <= $number; $factor++) {
    if ($number % $factor == 0) {
      return false;
    }
  }
  return true;
}`,

  modulo: `
function {=modulo}($dividend, $divisor) {
  // With the sign of the divisor, of fractions too.
  $rest = fmod($dividend, $divisor);
  return $rest * $divisor < 0 ? $rest + $divisor : $rest;
}`,

  average: `
function {=average}($list) {
  return array_sum($list) / count($list);
}`,

  median: `
function {=median}($list) {
  sort($list);
  $half = intdiv(count($list), 2);
  return count($list) % 2 ? $list[$half] : ($list[$half - 1] + $list[$half]) / 2;
}`,

  modes: `
function {=modes}($list) {
  // The items that are in a list most often.
  $counts = array_map(
    fn($item) => count(array_filter($list, fn($other) => {=same}($item, $other))),
    $list
  );
  $result = [];
  foreach ($list as $place => $item) {
    if ($counts[$place] === max($counts) && {=find_item}($result, $item) === 0) {
      $result[] = $item;
    }
  }
  return $result;
}`,

  deviation: `
function {=deviation}($list) {
  // The standard deviation of all there are.
  $mean = {=average}($list);
  return sqrt({=average}(array_map(fn($number) => ($number - $mean) ** 2, $list)));
}`,

  random_item: `
function {=random_item}($list) {
  return $list[array_rand($list)];
}`,

  random_integer: `
function {=random_integer}($from, $to) {
  return random_int(min($from, $to), max($from, $to));
}`,

  size: `
function {=size}($value) {
  return is_string($value) ? mb_strlen($value) : count($value);
}`,

  find_item: `
function {=find_item}($list, $value) {
  // The place of the first item that is the same, counted from 1, or 0.
  foreach ($list as $place => $item) {
    if ({=same}($item, $value)) {
      return $place + 1;
    }
  }
  return 0;
}`,

  find_last_item: `
function {=find_last_item}($list, $value) {
  // The place of the last item that is the same, counted from 1, or 0.
  $place = {=find_item}(array_reverse($list), $value);
  return $place ? count($list) - $place + 1 : 0;
}`,

  sublist: `
function {=sublist}($list, $from, $to) {
  // The items between two places; those below 0 count from the end.
  $from += $from < 0 ? count($list) : 0;
  $to += $to < 0 ? count($list) : 0;
  return array_slice($list, $from, max(0, $to - $from + 1));
}`,

  sorted: `
function {=sorted}($list, $compare) {
  usort($list, $compare);
  return $list;
}`,

  part_of_text: `
function {=part_of_text}($text, $from, $to) {
  // The letters between two places; those below 0 count from the end.
  $from += $from < 0 ? mb_strlen($text) : 0;
  $to += $to < 0 ? mb_strlen($text) : 0;
  return mb_substr($text, $from, max(0, $to - $from + 1));
}`,

  find_text: `
function {=find_text}($text, $part) {
  // The place of the first letter of a part of a text, or 0.
  $place = mb_strpos($text, $part);
  return $place === false ? 0 : $place + 1;
}`,

  find_last_text: `
function {=find_last_text}($text, $part) {
  // The place of the last part of a text that is the same, or 0.
  $place = mb_strrpos($text, $part);
  return $place === false ? 0 : $place + 1;
}`,

  count_text: `
function {=count_text}($text, $part) {
  return $part === '' ? mb_strlen($text) + 1 : substr_count($text, $part);
}`,

  split_text: `
function {=split_text}($text, $delimiter) {
  return $delimiter === '' ? mb_str_split($text) : explode($delimiter, $text);
}`,

  rgb_colour: `
function {=rgb_colour}($red, $green, $blue) {
  // A colour from percentages.
  $part = fn($percent) => round(min(max($percent, 0), 100) * 2.55);
  return sprintf('#%02x%02x%02x', $part($red), $part($green), $part($blue));
}`,

  blend_colours: `
function {=blend_colours}($first, $second, $ratio) {
  $share = min(max($ratio, 0), 1);
  $parts = [];
  foreach ([1, 3, 5] as $place) {
    $one = hexdec(substr($first, $place, 2));
    $two = hexdec(substr($second, $place, 2));
    $parts[] = round($one * (1 - $share) + $two * $share);
  }
  return vsprintf('#%02x%02x%02x', $parts);
}`
};
