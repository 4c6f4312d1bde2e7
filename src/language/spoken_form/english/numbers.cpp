#include "language/spoken_form/english/numbers.h"

#include <array>
#include <vector>

#include "language/spoken_form/digits.h"

namespace aloud::english {
namespace {

constexpr std::array<const char*, 20> kSmall = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char*, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                               "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<const char*, 22> kPowers = {"",
                                                 "thousand",
                                                 "million",
                                                 "billion",
                                                 "trillion",
                                                 "quadrillion",
                                                 "quintillion",
                                                 "sextillion",
                                                 "septillion",
                                                 "octillion",
                                                 "nonillion",
                                                 "decillion",
                                                 "undecillion",
                                                 "duodecillion",
                                                 "tredecillion",
                                                 "quattuordecillion",
                                                 "quindecillion",
                                                 "sexdecillion",
                                                 "septendecillion",
                                                 "octodecillion",
                                                 "novemdecillion",
                                                 "vigintillion"};

std::string below_hundred(std::uint32_t value) {
  if (value < 20) return kSmall[value];
  std::string words = kTens[value / 10];
  if (value % 10 != 0) words += std::string(" ") + kSmall[value % 10];
  return words;
}

std::string below_thousand(std::uint32_t value, Dialect dialect) {
  if (value < 100) return below_hundred(value);
  std::string words = std::string(kSmall[value / 100]) + " hundred";
  if (value % 100 != 0) words += (dialect == Dialect::british ? " and " : " ") + below_hundred(value % 100);
  return words;
}

// Splits before the last word: "twenty " and "one".
std::size_t last_word(const std::string& words) {
  const std::size_t space = words.rfind(' ');
  return space == std::string::npos ? 0 : space + 1;
}

}  // namespace

std::string cardinal(std::string_view digits, Dialect dialect) {
  if (without_zeros(digits).size() > 3 * kPowers.size()) return digit_by_digit(without_zeros(digits));
  std::string words;
  for (const auto& [group, power] : digit_groups(digits, 3)) {
    if (!words.empty()) words += power == 0 && group < 100 && dialect == Dialect::british ? " and " : " ";
    words += below_thousand(group, dialect);
    if (power > 0) words += std::string(" ") + kPowers[power];
  }
  return words;
}

std::string cardinal(std::uint32_t value, Dialect dialect) { return cardinal(std::to_string(value), dialect); }

std::string ordinal(std::string_view digits, Dialect dialect) { return ordinal_of_words(cardinal(digits, dialect)); }

std::string ordinal(std::uint32_t value, Dialect dialect) { return ordinal(std::to_string(value), dialect); }

std::string ordinal_of_words(std::string words) {
  static const std::vector<std::pair<std::string_view, std::string_view>> irregular = {
      {"one", "first"},    {"two", "second"}, {"three", "third"},   {"five", "fifth"},
      {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}};
  const std::size_t at = last_word(words);
  const std::string last = words.substr(at);
  words.resize(at);
  for (const auto& [from, to] : irregular) {
    if (last == from) return words.append(to);
  }
  if (last.back() == 'y') return words + last.substr(0, last.size() - 1) + "ieth";
  return words + last + "th";
}

std::string plural_of_words(std::string words) {
  if (words.back() == 'y') {
    words.pop_back();
    return words + "ies";
  }
  return words + (words.back() == 'x' ? "es" : "s");
}

std::string digit_by_digit(std::string_view digits) { return named_digits(digits, kSmall); }

std::string second_pair(std::uint32_t value) {
  if (value == 0) return "hundred";
  return value < 10 ? std::string("oh ") + kSmall[value] : below_hundred(value);
}

std::string year(std::uint32_t value, Dialect dialect) {
  const std::uint32_t century = value / 100;
  const bool thousands = century % 10 == 0 && value % 100 < 10;  // 2000 to 2009, but 1066 is "ten sixty six"
  if (value < 1000 || value > 9999 || thousands) return cardinal(value, dialect);
  return below_hundred(century) + " " + second_pair(value % 100);
}

std::string decade(std::uint32_t value, Dialect dialect) { return plural_of_words(year(value, dialect)); }

std::string decimal(std::string_view whole, std::string_view fraction, Dialect dialect) {
  const std::string before = whole.empty() ? "point " : cardinal(whole, dialect) + " point ";
  return before + digit_by_digit(fraction);
}

std::string fraction(std::uint32_t numerator, std::uint32_t denominator, Dialect dialect) {
  std::string part = denominator == 2 ? "half" : denominator == 4 ? "quarter" : ordinal(denominator, dialect);
  if (numerator != 1) part = denominator == 2 ? "halves" : part + "s";
  return cardinal(numerator, dialect) + " " + part;
}

}  // namespace aloud::english
