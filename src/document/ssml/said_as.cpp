#include "document/ssml/said_as.h"

#include <algorithm>
#include <array>
#include <vector>

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit<char>); }

// Character by character: letters as capitals, which are said by their names.
std::string spelled(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_white_space(point.value)) {
      if (!out.empty()) out += ' ';
      const std::string one(text.substr(at, point.size));
      out += point.size == 1 ? ascii_upper(one) : one;
    }
    at += point.size;
  }
  return out;
}

// Digit by digit, in the groups that it is written in. "+49 …" is a number that the rules know.
std::string telephone(std::string_view text) {
  if (text.starts_with('+')) return std::string(text);
  std::string out;
  bool parted = false;
  for (const char c : text) {
    if (!is_ascii_digit(c) && !is_ascii_letter(c)) {
      parted = !out.empty();
      continue;
    }
    out += parted ? ", " : out.empty() ? "" : " ";
    out += ascii_upper(c);
    parted = false;
  }
  return out;
}

const char* english_ending(std::string_view number) {
  const char last = number.back();
  const bool teen = number.size() > 1 && number[number.size() - 2] == '1';
  if (teen || last < '1' || last > '3') return "th";
  return last == '1' ? "st" : last == '2' ? "nd" : "rd";
}

std::string ordinal(std::string_view text, const std::string& language) {
  if (!all_digits(text)) return std::string(text);
  const std::string number(text);
  if (language.starts_with("en")) return number + english_ending(number);
  if (language.starts_with("fr")) return number + (number == "1" ? "er" : "e");
  if (language.starts_with("es")) return number + ".º";
  return language.starts_with("de") ? number + "." : number;
}

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  bool digit = false;
  for (const char c : text) {
    if (is_ascii_digit(c) && !digit) numbers.emplace_back();
    digit = is_ascii_digit(c);
    if (digit) numbers.back() += c;
    if (is_ascii_letter(c)) return {};  // a month that is written out: the rules know it
  }
  return numbers;
}

std::string two_digits(const std::string& number) { return number.size() == 1 ? '0' + number : number; }

// A whole date as ISO 8601 has it, which is read alike everywhere.
std::string date(std::string_view text, std::string_view format) {
  const std::vector<std::string> numbers = numbers_in(text);
  const std::size_t year = format.find('y'), month = format.find('m'), day = format.find('d');
  const bool whole = format.size() == 3 && year < 3 && month < 3 && day < 3 && numbers.size() == 3;
  if (!whole || numbers[year].size() != 4 || numbers[month].size() > 2 || numbers[day].size() > 2) return std::string(text);
  return numbers[year] + '-' + two_digits(numbers[month]) + '-' + two_digits(numbers[day]);
}

}  // namespace

std::optional<std::string> said_as(std::string_view text, std::string_view kind, std::string_view format,
                                   const std::string& language) {
  static constexpr auto kSpelled =
      std::to_array<std::string_view>({"characters", "spell-out", "verbatim", "letters", "digits"});
  static constexpr auto kKnownToRules = std::to_array<std::string_view>(
      {"cardinal", "number", "time", "currency", "unit", "measure", "fraction", "address", "text"});
  if (std::find(kSpelled.begin(), kSpelled.end(), kind) != kSpelled.end()) return spelled(text);
  if (kind == "telephone") return telephone(text);
  if (kind == "ordinal") return ordinal(text, language);
  if (kind == "date") return date(text, format);
  const bool known = std::find(kKnownToRules.begin(), kKnownToRules.end(), kind) != kKnownToRules.end();
  return known ? std::optional<std::string>(text) : std::nullopt;
}

}  // namespace aloud
