/**
 * Functions for what Processing has none of its own for. `NUMBER` and `BOXED`
 * are the types of the numbers in the lists of a program.
 *
 * They use what both Java and Processing.js have: letters are compared by
 * `codePointAt`, numbers in objects are read from their texts.
 */
export const helpers: Record<string, string> = {
  textOf: `
String {=textOf}(Object value) {
  // What is shown for a value: lists in brackets.
  if (value instanceof ArrayList) {
    return "[" + {=joinList}((ArrayList) value, ", ") + "]";
  }
  return "" + value;
}`,

  numberOf: `
float {=numberOf}(Object value) {
  return float("" + value);
}`,

  sizeOf: `
int {=sizeOf}(Object value) {
  if (value instanceof ArrayList) {
    return ((ArrayList) value).size();
  }
  return ("" + value).length();
}`,

  same: `
boolean {=same}(Object a, Object b) {
  // Whether two values are the same; 1 and 1.0 are, 1 and "1" are not.
  if (a == null || b == null) {
    return a == b;
  }
  if (a instanceof Number && b instanceof Number) {
    return {=numberOf}(a) == {=numberOf}(b);
  }
  if (!(a instanceof ArrayList && b instanceof ArrayList)) {
    return a.equals(b);
  }
  ArrayList some = (ArrayList) a;
  ArrayList others = (ArrayList) b;
  boolean isSame = some.size() == others.size();
  for (int i = 0; isSame && i < some.size(); i++) {
    isSame = {=same}(some.get(i), others.get(i));
  }
  return isSame;
}`,

  placeOfList: `
int {=placeOfList}(ArrayList list, ArrayList wanted) {
  for (int i = 0; i < list.size(); i++) {
    if ({=same}(list.get(i), wanted)) {
      return i;
    }
  }
  return -1;
}`,

  lastPlaceOfList: `
int {=lastPlaceOfList}(ArrayList list, ArrayList wanted) {
  for (int i = list.size() - 1; i >= 0; i--) {
    if ({=same}(list.get(i), wanted)) {
      return i;
    }
  }
  return -1;
}`,

  compareTexts: `
int {=compareTexts}(String a, String b) {
  // Below 0 where the first comes first, 0 where they are the same.
  for (int i = 0; i < min(a.length(), b.length()); i++) {
    if (a.codePointAt(i) != b.codePointAt(i)) {
      return a.codePointAt(i) - b.codePointAt(i);
    }
  }
  return a.length() - b.length();
}`,

  steps: `
ArrayList<Integer> {=steps}(int from, float to) {
  // Counts from one number to another, up or down.
  ArrayList<Integer> numbers = new ArrayList<Integer>();
  for (int n = from; from <= to ? n <= to : n >= to; n += from <= to ? 1 : -1) {
    numbers.add(n);
  }
  return numbers;
}`,

  stepsBy: `
ArrayList<Integer> {=stepsBy}(int from, float to, int by) {
  // Counts from one number to another, up or down.
  ArrayList<Integer> numbers = new ArrayList<Integer>();
  int size = from <= to ? abs(by) : -abs(by);
  for (int n = from; size > 0 ? n <= to : n >= to; n += size) {
    numbers.add(n);
  }
  return numbers;
}`,

  floatSteps: `
ArrayList<Float> {=floatSteps}(float from, float to, float by) {
  // Counts from one number to another, up or down.
  ArrayList<Float> numbers = new ArrayList<Float>();
  float size = from <= to ? abs(by) : -abs(by);
  for (float n = from; size > 0 ? n <= to : n >= to; n += size) {
    numbers.add(n);
  }
  return numbers;
}`,

  isPrime: `
boolean {=isPrime}(float number) {
  if (number < 2 || number % 1 != 0) {
    return false;
  }
  for (int factor = 2; factor * factor <= number; factor++) {
    if (number % factor == 0) {
      return false;
    }
  }
  return true;
}`,

  modulo: `
int {=modulo}(int dividend, int divisor) {
  // With the sign of the divisor.
  int rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}`,

  floatModulo: `
float {=floatModulo}(float dividend, float divisor) {
  // With the sign of the divisor.
  float rest = dividend % divisor;
  return rest * divisor < 0 ? rest + divisor : rest;
}`,

  randomInteger: `
int {=randomInteger}(float from, float to) {
  return floor(random(min(from, to), max(from, to) + 1));
}`,

  sumOf: `
NUMBER {=sumOf}(ArrayList<BOXED> list) {
  NUMBER total = 0;
  for (NUMBER number : list) {
    total += number;
  }
  return total;
}`,

  smallest: `
NUMBER {=smallest}(ArrayList<BOXED> list) {
  NUMBER result = list.get(0);
  for (NUMBER number : list) {
    result = min(result, number);
  }
  return result;
}`,

  largest: `
NUMBER {=largest}(ArrayList<BOXED> list) {
  NUMBER result = list.get(0);
  for (NUMBER number : list) {
    result = max(result, number);
  }
  return result;
}`,

  average: `
float {=average}(ArrayList<BOXED> list) {
  return float("" + {=sumOf}(list)) / list.size();
}`,

  median: `
float {=median}(ArrayList<BOXED> list) {
  ArrayList<BOXED> sorted = {=sortNumbers}(list);
  int half = floor(sorted.size() / 2);
  if (sorted.size() % 2 == 1) {
    return sorted.get(half);
  }
  return (sorted.get(half - 1) + sorted.get(half)) / 2.0;
}`,

  deviation: `
float {=deviation}(ArrayList<BOXED> list) {
  // The standard deviation of all there are.
  float mean = {=average}(list);
  float total = 0;
  for (NUMBER number : list) {
    total += sq(number - mean);
  }
  return sqrt(total / list.size());
}`,

  modes: `
ArrayList {=modes}(ArrayList list) {
  // The items that are in a list most often.
  ArrayList result = new ArrayList();
  int most = 0;
  for (int i = 0; i < list.size(); i++) {
    int count = 0;
    for (int j = 0; j < list.size(); j++) {
      count += {=same}(list.get(i), list.get(j)) ? 1 : 0;
    }
    if (count > most) {
      most = count;
      result = new ArrayList();
    }
    if (count == most && !result.contains(list.get(i))) {
      result.add(list.get(i));
    }
  }
  return result;
}`,

  listOf: `
ArrayList {=listOf}(Object[] items) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < items.length; i++) {
    list.add(items[i]);
  }
  return list;
}`,

  repeated: `
ArrayList {=repeated}(Object item, int count) {
  ArrayList list = new ArrayList();
  for (int i = 0; i < count; i++) {
    list.add(item);
  }
  return list;
}`,

  reverseList: `
ArrayList {=reverseList}(ArrayList list) {
  ArrayList result = new ArrayList();
  for (int i = list.size() - 1; i >= 0; i--) {
    result.add(list.get(i));
  }
  return result;
}`,

  partOfList: `
ArrayList {=partOfList}(ArrayList list, int from, int to) {
  // The items between two places; those below 0 count from the end.
  ArrayList part = new ArrayList();
  int start = from < 0 ? list.size() + from : from;
  int end = to < 0 ? list.size() + to : to;
  for (int i = start; i <= end; i++) {
    part.add(list.get(i));
  }
  return part;
}`,

  randomItem: `
Object {=randomItem}(ArrayList list) {
  return list.get(int(random(list.size())));
}`,

  itemFromEnd: `
Object {=itemFromEnd}(ArrayList list, int place) {
  return list.get(list.size() - place);
}`,

  removeItem: `
Object {=removeItem}(ArrayList list, int place) {
  // A place below 0 counts from the end.
  return list.remove(place < 0 ? list.size() + place : place);
}`,

  setItem: `
void {=setItem}(ArrayList list, int place, Object item) {
  // A place below 0 counts from the end.
  list.set(place < 0 ? list.size() + place : place, item);
}`,

  insertItem: `
void {=insertItem}(ArrayList list, int place, Object item) {
  // A place below 0 counts from the end.
  list.add(place < 0 ? list.size() + place : place, item);
}`,

  joinItems: `
String {=joinItems}(ArrayList list, String delimiter) {
  String result = "";
  for (int i = 0; i < list.size(); i++) {
    result += (i == 0 ? "" : delimiter) + list.get(i);
  }
  return result;
}`,

  joinList: `
String {=joinList}(ArrayList list, String delimiter) {
  String result = "";
  for (int i = 0; i < list.size(); i++) {
    result += (i == 0 ? "" : delimiter) + {=textOf}(list.get(i));
  }
  return result;
}`,

  splitText: `
ArrayList {=splitText}(String text, String delimiter) {
  // Without a delimiter, the letters.
  if (!delimiter.equals("")) {
    return {=listOf}(split(text, delimiter));
  }
  ArrayList letters = new ArrayList();
  for (int i = 0; i < text.length(); i++) {
    letters.add(str(text.charAt(i)));
  }
  return letters;
}`,

  sortNumbers: `
ArrayList {=sortNumbers}(ArrayList list) {
  ArrayList sorted = new ArrayList();
  for (int i = 0; i < list.size(); i++) {
    int place = i;
    while (place > 0 && {=numberOf}(sorted.get(place - 1)) > {=numberOf}(list.get(i))) {
      place--;
    }
    sorted.add(place, list.get(i));
  }
  return sorted;
}`,

  sortTexts: `
ArrayList {=sortTexts}(ArrayList list) {
  ArrayList sorted = new ArrayList();
  for (int i = 0; i < list.size(); i++) {
    int place = i;
    while (place > 0 && {=compareTexts}("" + sorted.get(place - 1), "" + list.get(i)) > 0) {
      place--;
    }
    sorted.add(place, list.get(i));
  }
  return sorted;
}`,

  sortIgnoringCase: `
ArrayList {=sortIgnoringCase}(ArrayList list) {
  ArrayList sorted = new ArrayList();
  for (int i = 0; i < list.size(); i++) {
    String text = ("" + list.get(i)).toLowerCase();
    int place = i;
    while (place > 0 && {=compareTexts}(("" + sorted.get(place - 1)).toLowerCase(), text) > 0) {
      place--;
    }
    sorted.add(place, list.get(i));
  }
  return sorted;
}`,

  letterFromEnd: `
String {=letterFromEnd}(String text, int place) {
  return str(text.charAt(text.length() - place));
}`,

  randomLetter: `
String {=randomLetter}(String text) {
  return str(text.charAt(int(random(text.length()))));
}`,

  partOfText: `
String {=partOfText}(String text, int from, int to) {
  // The letters between two places; those below 0 count from the end.
  int start = from < 0 ? text.length() + from : from;
  int end = to < 0 ? text.length() + to : to;
  return text.substring(start, max(start, end + 1));
}`,

  titleCase: `
String {=titleCase}(String text) {
  String result = "";
  boolean isStart = true;
  for (int i = 0; i < text.length(); i++) {
    String letter = str(text.charAt(i));
    result += isStart ? letter.toUpperCase() : letter.toLowerCase();
    isStart = trim(letter).equals("");
  }
  return result;
}`,

  trimLeft: `
String {=trimLeft}(String text) {
  String rest = text;
  while (rest.length() > 0 && trim(rest.substring(0, 1)).equals("")) {
    rest = rest.substring(1);
  }
  return rest;
}`,

  trimRight: `
String {=trimRight}(String text) {
  String rest = text;
  while (rest.length() > 0 && trim(rest.substring(rest.length() - 1)).equals("")) {
    rest = rest.substring(0, rest.length() - 1);
  }
  return rest;
}`,

  countText: `
int {=countText}(String text, String part) {
  if (part.equals("")) {
    return text.length() + 1;
  }
  int count = 0;
  for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
    count++;
  }
  return count;
}`,

  replaceText: `
String {=replaceText}(String text, String part, String other) {
  return text.replace(part, other);
}`,

  reverseText: `
String {=reverseText}(String text) {
  String result = "";
  for (int i = text.length() - 1; i >= 0; i--) {
    result += str(text.charAt(i));
  }
  return result;
}`,

  hexColour: `
String {=hexColour}(float red, float green, float blue) {
  return "#" + (hex(round(red), 2) + hex(round(green), 2) + hex(round(blue), 2)).toLowerCase();
}`,

  randomColour: `
String {=randomColour}() {
  return {=hexColour}(random(255), random(255), random(255));
}`,

  rgbColour: `
String {=rgbColour}(float red, float green, float blue) {
  // A colour from percentages.
  return {=hexColour}(constrain(red, 0, 100) * 2.55, constrain(green, 0, 100) * 2.55, constrain(blue, 0, 100) * 2.55);
}`,

  blendColours: `
String {=blendColours}(String first, String second, float ratio) {
  float share = constrain(ratio, 0, 1);
  float[] parts = new float[3];
  for (int i = 0; i < 3; i++) {
    float one = unhex(first.substring(1 + 2 * i, 3 + 2 * i));
    float two = unhex(second.substring(1 + 2 * i, 3 + 2 * i));
    parts[i] = one * (1 - share) + two * share;
  }
  return {=hexColour}(parts[0], parts[1], parts[2]);
}`
};
