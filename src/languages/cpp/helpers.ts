/**
 * Functions for what C++17 has none of its own for. `WHOLE` is the type of whole
 * numbers in a program, `NUMBER` that of the numbers in its lists.
 */
export const helpers: Record<string, string> = {
  pi: `
const double {=pi} = std::acos(-1);`,

  radians: `
double {=radians}(double degrees) {
  return degrees * {=pi} / 180;
}`,

  degrees: `
double {=degrees}(double radians) {
  return radians * 180 / {=pi};
}`,

  random_engine: `
std::mt19937 {=random_engine}{std::random_device{}()};`,

  random_integer: `
WHOLE {=random_integer}(WHOLE from, WHOLE to) {
  std::uniform_int_distribution<WHOLE> numbers(std::min(from, to), std::max(from, to));
  return numbers({=random_engine});
}`,

  random_fraction: `
double {=random_fraction}() {
  std::uniform_real_distribution<double> numbers(0, 1);
  return numbers({=random_engine});
}`,

  random_item: `
template <typename T>
T {=random_item}(const std::vector<T>& list) {
  return list.at({=random_integer}(0, list.size() - 1));
}`,

  modulo: `
WHOLE {=modulo}(WHOLE dividend, WHOLE divisor) {
  // With the sign of the divisor.
  if (divisor == 0) {
    throw std::domain_error("division by zero");
  }
  WHOLE rest = dividend % divisor;
  return (rest != 0 && (rest < 0) != (divisor < 0)) ? rest + divisor : rest;
}`,

  double_modulo: `
double {=double_modulo}(double dividend, double divisor) {
  // With the sign of the divisor.
  double rest = std::fmod(dividend, divisor);
  return rest * divisor < 0 ? rest + divisor : rest;
}`,

  is_prime: `
bool {=is_prime}(double number) {
  if (number < 2 || std::fmod(number, 1) != 0) {
    return false;
  }
  for (double factor = 2; factor * factor <= number; factor++) {
    if (std::fmod(number, factor) == 0) {
      return false;
    }
  }
  return true;
}`,

  steps: `
std::vector<WHOLE> {=steps}(WHOLE from, double to, WHOLE by = 1) {
  // Counts from one number to another, up or down.
  std::vector<WHOLE> numbers;
  WHOLE size = from <= to ? std::abs(by) : -std::abs(by);
  for (WHOLE n = from; size > 0 ? n <= to : n >= to; n += size) {
    numbers.push_back(n);
  }
  return numbers;
}`,

  double_steps: `
std::vector<double> {=double_steps}(double from, double to, double by) {
  // Counts from one number to another, up or down.
  std::vector<double> numbers;
  double size = from <= to ? std::abs(by) : -std::abs(by);
  for (double n = from; size > 0 ? n <= to : n >= to; n += size) {
    numbers.push_back(n);
  }
  return numbers;
}`,

  sum_of: `
NUMBER {=sum_of}(const std::vector<NUMBER>& numbers) {
  NUMBER zero = 0;
  return std::accumulate(numbers.begin(), numbers.end(), zero);
}`,

  smallest: `
NUMBER {=smallest}(const std::vector<NUMBER>& numbers) {
  NUMBER result = numbers.at(0);
  for (NUMBER number : numbers) {
    result = std::min(result, number);
  }
  return result;
}`,

  largest: `
NUMBER {=largest}(const std::vector<NUMBER>& numbers) {
  NUMBER result = numbers.at(0);
  for (NUMBER number : numbers) {
    result = std::max(result, number);
  }
  return result;
}`,

  average: `
double {=average}(const std::vector<NUMBER>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / numbers.size();
}`,

  median: `
double {=median}(std::vector<NUMBER> numbers) {
  std::sort(numbers.begin(), numbers.end());
  int half = numbers.size() / 2;
  if (numbers.size() % 2 == 1) {
    return numbers.at(half);
  }
  return (numbers.at(half - 1) + numbers.at(half)) / 2.0;
}`,

  deviation: `
double {=deviation}(const std::vector<NUMBER>& numbers) {
  // The standard deviation of all there are.
  double mean = {=average}(numbers);
  double total = 0;
  for (NUMBER number : numbers) {
    total += (number - mean) * (number - mean);
  }
  return std::sqrt(total / numbers.size());
}`,

  modes: `
template <typename T>
std::vector<T> {=modes}(const std::vector<T>& list) {
  // The items that are in a list most often.
  std::vector<T> result;
  int most = 0;
  for (const T& item : list) {
    int count = std::count(list.begin(), list.end(), item);
    if (count > most) {
      most = count;
      result.clear();
    }
    if (count == most && std::count(result.begin(), result.end(), item) == 0) {
      result.push_back(item);
    }
  }
  return result;
}`,

  number_of: `
double {=number_of}(const std::string& text) {
  return std::stod(text);
}`,

  text_of: `
std::string {=text_of}(double number) {
  std::ostringstream text;
  text << std::setprecision(15) << number;
  return text.str();
}`,

  word_of: `
std::string {=word_of}(bool condition) {
  return condition ? "true" : "false";
}`,

  shown: `
std::string {=shown}(const std::string& text) {
  return text;
}

std::string {=shown}(double number) {
  std::ostringstream text;
  text << std::setprecision(15) << number;
  return text.str();
}

std::string {=shown}(bool condition) {
  return condition ? "true" : "false";
}

std::string {=shown}(int number) {
  return std::to_string(number);
}

std::string {=shown}(long long number) {
  return std::to_string(number);
}

template <typename T>
std::string {=shown}(const std::vector<T>& list) {
  // What is shown for a list: its items in brackets.
  std::string text;
  for (const auto& item : list) {
    text += (text.empty() ? "" : ", ") + {=shown}(item);
  }
  return "[" + text + "]";
}`,

  reversed: `
template <typename T>
std::vector<T> {=reversed}(std::vector<T> list) {
  std::reverse(list.begin(), list.end());
  return list;
}`,

  part_of: `
template <typename T>
std::vector<T> {=part_of}(const std::vector<T>& list, int from, int to) {
  // The items between two places; those below 0 count from the end.
  int size = list.size();
  int end = to < 0 ? size + to : to;
  std::vector<T> part;
  for (int i = from < 0 ? size + from : from; i <= end; i++) {
    part.push_back(list.at(i));
  }
  return part;
}`,

  place_of: `
template <typename T, typename U>
int {=place_of}(const std::vector<T>& list, const U& item) {
  // Where an item comes first, from 0; -1 where it doesn't.
  auto found = std::find(list.begin(), list.end(), item);
  return found == list.end() ? -1 : found - list.begin();
}`,

  last_place_of: `
template <typename T, typename U>
int {=last_place_of}(const std::vector<T>& list, const U& item) {
  // Where an item comes last, from 0; -1 where it doesn't.
  auto found = std::find(list.rbegin(), list.rend(), item);
  return list.rend() - found - 1;
}`,

  from_end: `
template <typename T>
T {=from_end}(const std::vector<T>& list, int place) {
  // The last item is in place 1.
  return list.at(list.size() - place);
}`,

  take_out: `
template <typename T>
T {=take_out}(std::vector<T>& list, int place) {
  T item = list.at(place);
  list.erase(list.begin() + place);
  return item;
}`,

  insert_at: `
template <typename T, typename U>
void {=insert_at}(std::vector<T>& list, int place, const U& item) {
  if (place < 0 || place > int(list.size())) {
    throw std::out_of_range("there is no such place in the list");
  }
  list.insert(list.begin() + place, item);
}`,

  join: `
std::string {=join}(const std::vector<std::string>& list, const std::string& delimiter) {
  std::string text;
  for (size_t i = 0; i < list.size(); i++) {
    text += (i == 0 ? "" : delimiter) + list[i];
  }
  return text;
}`,

  join_items: `
template <typename T>
std::string {=join_items}(const std::vector<T>& list, const std::string& delimiter) {
  std::ostringstream text;
  text << std::boolalpha << std::setprecision(15);
  for (size_t i = 0; i < list.size(); i++) {
    text << (i == 0 ? "" : delimiter) << list[i];
  }
  return text.str();
}`,

  join_lists: `
template <typename T>
std::string {=join_lists}(const std::vector<T>& list, const std::string& delimiter) {
  std::string text;
  for (size_t i = 0; i < list.size(); i++) {
    text += (i == 0 ? "" : delimiter) + {=shown}(list[i]);
  }
  return text;
}`,

  split: `
std::vector<std::string> {=split}(const std::string& text, const std::string& delimiter) {
  std::vector<std::string> parts;
  size_t start = 0;
  size_t end;
  while ((end = text.find(delimiter, start)) != std::string::npos) {
    parts.push_back(text.substr(start, end - start));
    start = end + delimiter.size();
  }
  parts.push_back(text.substr(start));
  return parts;
}`,

  split_anywhere: `
std::vector<std::string> {=split_anywhere}(const std::string& text, const std::string& delimiter) {
  // Without a delimiter, the letters.
  return delimiter.empty() ? {=letters}(text) : {=split}(text, delimiter);
}`,

  letters: `
std::vector<std::string> {=letters}(const std::string& text) {
  // The letters of a text in UTF-8, which are of one byte or more.
  std::vector<std::string> result;
  for (char byte : text) {
    if (result.empty() || (byte & 0xC0) != 0x80) {
      result.emplace_back();
    }
    result.back() += byte;
  }
  return result;
}`,

  place_of_text: `
int {=place_of_text}(const std::string& text, const std::string& part) {
  // Where a part comes first, in letters from 0; -1 where it doesn't.
  size_t found = text.find(part);
  return found == std::string::npos ? -1 : {=letters}(text.substr(0, found)).size();
}`,

  last_place_of_text: `
int {=last_place_of_text}(const std::string& text, const std::string& part) {
  // Where a part comes last, in letters from 0; -1 where it doesn't.
  size_t found = text.rfind(part);
  return found == std::string::npos ? -1 : {=letters}(text.substr(0, found)).size();
}`,

  part_of_text: `
std::string {=part_of_text}(const std::string& text, int from, int to) {
  // The letters between two places; those below 0 count from the end.
  return {=join}({=part_of}({=letters}(text), from, to), "");
}`,

  reversed_text: `
std::string {=reversed_text}(const std::string& text) {
  return {=join}({=reversed}({=letters}(text)), "");
}`,

  upper_case: `
std::string {=upper_case}(std::string text) {
  for (char& letter : text) {
    letter = std::toupper(static_cast<unsigned char>(letter));
  }
  return text;
}`,

  lower_case: `
std::string {=lower_case}(std::string text) {
  for (char& letter : text) {
    letter = std::tolower(static_cast<unsigned char>(letter));
  }
  return text;
}`,

  title_case: `
std::string {=title_case}(std::string text) {
  bool is_start = true;
  for (char& letter : text) {
    unsigned char byte = letter;
    letter = is_start ? std::toupper(byte) : std::tolower(byte);
    is_start = std::isspace(byte);
  }
  return text;
}`,

  trim_left: `
std::string {=trim_left}(const std::string& text) {
  size_t start = text.find_first_not_of(" \\t\\r\\n");
  return start == std::string::npos ? "" : text.substr(start);
}`,

  trim_right: `
std::string {=trim_right}(const std::string& text) {
  return text.substr(0, text.find_last_not_of(" \\t\\r\\n") + 1);
}`,

  trim: `
std::string {=trim}(const std::string& text) {
  return {=trim_left}({=trim_right}(text));
}`,

  count_text: `
int {=count_text}(const std::string& text, const std::string& part) {
  if (part.empty()) {
    return {=letters}(text).size() + 1;
  }
  int count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    count++;
  }
  return count;
}`,

  replace_text: `
std::string {=replace_text}(std::string text, const std::string& part, const std::string& other) {
  if (part.empty()) {
    return text;
  }
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + other.size())) {
    text.replace(at, part.size(), other);
  }
  return text;
}`,

  sorted: `
template <typename T>
std::vector<T> {=sorted}(std::vector<T> list) {
  std::stable_sort(list.begin(), list.end());
  return list;
}`,

  sorted_by_number: `
std::vector<std::string> {=sorted_by_number}(std::vector<std::string> list) {
  std::stable_sort(list.begin(), list.end(), [](const std::string& a, const std::string& b) {
    return {=number_of}(a) < {=number_of}(b);
  });
  return list;
}`,

  sorted_as_texts: `
template <typename T>
std::vector<T> {=sorted_as_texts}(std::vector<T> list) {
  std::stable_sort(list.begin(), list.end(), [](const T& a, const T& b) {
    return {=shown}(a) < {=shown}(b);
  });
  return list;
}`,

  sorted_ignoring_case: `
template <typename T>
std::vector<T> {=sorted_ignoring_case}(std::vector<T> list) {
  std::stable_sort(list.begin(), list.end(), [](const T& a, const T& b) {
    return {=lower_case}({=shown}(a)) < {=lower_case}({=shown}(b));
  });
  return list;
}`,

  sorted_texts_ignoring_case: `
std::vector<std::string> {=sorted_texts_ignoring_case}(std::vector<std::string> list) {
  std::stable_sort(list.begin(), list.end(), [](const std::string& a, const std::string& b) {
    return {=lower_case}(a) < {=lower_case}(b);
  });
  return list;
}`,

  ask: `
std::string {=ask}(const std::string& question) {
  std::cout << question << " " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer;
}`,

  hex_colour: `
std::string {=hex_colour}(double red, double green, double blue) {
  std::ostringstream text;
  text << '#' << std::hex << std::setfill('0');
  for (double part : {red, green, blue}) {
    text << std::setw(2) << std::lround(part);
  }
  return text.str();
}`,

  random_colour: `
std::string {=random_colour}() {
  return {=hex_colour}({=random_integer}(0, 255), {=random_integer}(0, 255), {=random_integer}(0, 255));
}`,

  rgb_colour: `
std::string {=rgb_colour}(double red, double green, double blue) {
  // A colour from percentages.
  auto part = [](double share) { return std::min(std::max(share, 0.0), 100.0) * 2.55; };
  return {=hex_colour}(part(red), part(green), part(blue));
}`,

  blend_colours: `
std::string {=blend_colours}(const std::string& first, const std::string& second, double ratio) {
  double share = std::min(std::max(ratio, 0.0), 1.0);
  auto part = [&](int at) {
    int one = std::stoi(first.substr(at, 2), nullptr, 16);
    int two = std::stoi(second.substr(at, 2), nullptr, 16);
    return one * (1 - share) + two * share;
  };
  return {=hex_colour}(part(1), part(3), part(5));
}`
};
