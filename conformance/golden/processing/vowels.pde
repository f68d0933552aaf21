String sentence = "Blocks are for everyone";
int vowels = 0;
String letter;

void setup() {
  for (int i : steps(1, sentence.length())) {
    letter = str(sentence.charAt(i - 1)).toLowerCase();
    if ("aeiou".indexOf(letter) + 1 > 0) {
      vowels++;
    }
  }
  println(vowels + " vowels");
}

ArrayList<Integer> steps(int from, float to) {
  // Counts from one number to another, up or down.
  ArrayList<Integer> numbers = new ArrayList<Integer>();
  for (int n = from; from <= to ? n <= to : n >= to; n += from <= to ? 1 : -1) {
    numbers.add(n);
  }
  return numbers;
}
