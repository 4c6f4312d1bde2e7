#include <array>
#include <string>

#include "language/spoken_form/french/french_grammar.h"
#include "util/utf8.h"

namespace aloud::shared_rules {
namespace {

constexpr std::array<const char*, 20> kSmall = {"zéro",     "un",     "deux",  "trois",    "quatre",   "cinq",    "six",
                                                "sept",     "huit",   "neuf",  "dix",      "onze",     "douze",   "treize",
                                                "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"};
constexpr std::array<const char*, 10> kTens = {"",          "",         "vingt",    "trente",       "quarante",
                                               "cinquante", "soixante", "septante", "quatre-vingt", "nonante"};
constexpr std::array<const char*, 9> kPowers = {"",         "mille",    "million",   "milliard",   "billion",
                                                "billiard", "trillion", "trilliard", "quatrillion"};
constexpr std::array<const char*, 12> kMonths = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                 "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::string plural(std::string words, bool many) { return many ? words + "s" : words; }

}  // namespace

std::string FrenchGrammar::below_hundred(std::uint32_t value) const {
  if (value < 20) return kSmall[value];
  std::uint32_t tens = value / 10, ones = value % 10;
  const bool twenties = tens_ == FrenchTens::by_twenties && (tens == 7 || tens == 9);
  if (twenties) {
    --tens;
    ones += 10;
  }
  const std::string name = kTens[tens];
  if (ones == 0) return name;
  const bool joined = (ones == 1 || ones == 11) && tens != 8;
  return name + (joined ? " et " : "-") + kSmall[ones];
}

// "quatre-vingts" and "deux cents" have their "s" only where nothing but a noun follows.
std::string FrenchGrammar::below_thousand(std::uint32_t value, bool last) const {
  const std::uint32_t hundreds = value / 100, rest = value % 100;
  if (hundreds == 0) return below_hundred(rest) + (rest == 80 && last ? "s" : "");
  std::string words = hundreds == 1 ? "cent" : std::string(kSmall[hundreds]) + " cent";
  if (rest == 0) return plural(words, hundreds > 1 && last);
  return words + " " + below_hundred(rest) + (rest == 80 && last ? "s" : "");
}

std::string FrenchGrammar::cardinal(std::string_view digits) const {
  if (without_zeros(digits).size() > 3 * kPowers.size()) return named_digits(without_zeros(digits), kSmall);
  std::string words;
  for (const auto& [group, power] : digit_groups(digits, 3)) {
    if (!words.empty()) words += ' ';
    if (power == 1) {
      words += group == 1 ? "mille" : below_thousand(group, false) + " mille";
    } else {
      words += below_thousand(group, true);
      if (power > 1) words += " " + plural(kPowers[power], group > 1);
    }
  }
  return words;
}

std::string FrenchGrammar::counting(std::string_view digits, Agreement agreement) const {
  const std::string words = cardinal(digits);
  const bool one = words == "un" || words.ends_with(" un") || words.ends_with("-un");
  return one && agreement.gender == Gender::feminine ? words + "e" : words;
}

std::string FrenchGrammar::ordinal_words(std::string_view digits, Gender gender) const {
  std::string words = cardinal(digits);
  if (words == "un") return gender == Gender::feminine ? "première" : "premier";
  const bool plural_mark =
      words.ends_with("vingts") || words.ends_with("cents") || words.ends_with("ions") || words.ends_with("iards");
  if (plural_mark || words.ends_with('e')) words.pop_back();
  if (words.ends_with("cinq")) words += 'u';
  if (words.ends_with("neuf")) words.back() = 'v';
  return words + "ième";
}

std::string FrenchGrammar::fraction(std::uint32_t numerator, std::uint32_t denominator) const {
  const std::string part = denominator == 2   ? "demi"
                           : denominator == 3 ? "tiers"
                           : denominator == 4 ? "quart"
                                              : ordinal_words(std::to_string(denominator), Gender::masculine);
  return cardinal(std::to_string(numerator)) + " " + plural(part, numerator > 1 && denominator != 3);
}

std::string FrenchGrammar::mixed(std::string_view whole, std::uint32_t numerator, std::uint32_t denominator, Agreement) const {
  return cardinal(whole) + " et " + (numerator == 1 && denominator == 2 ? "demi" : fraction(numerator, denominator));
}

std::string FrenchGrammar::half(const Noun& noun) const {
  return (noun.gender == Gender::feminine ? "une demi-" : "un demi-") + noun.one;
}

std::string FrenchGrammar::date(const CalendarDate& date, const Tokens&, std::size_t) const {
  const std::string day = date.day == 1 ? "premier" : cardinal(std::to_string(date.day));
  const std::string words = day + " " + kMonths[date.month - 1];
  return date.year == 0 ? words : words + " " + cardinal(std::to_string(date.year));
}

std::string FrenchGrammar::time(const ClockTime& time) const {
  const Agreement feminine{Gender::feminine, Case::nominative};
  const std::string hours = counting(std::to_string(time.hour), feminine) + (time.hour < 2 ? " heure" : " heures");
  return time.minute == 0 ? hours : hours + " " + counting(std::to_string(time.minute), feminine);
}

// French counts from two on in the plural: "1,5 million".
bool FrenchGrammar::is_singular(std::string_view whole, std::string_view) const {
  const std::string_view digits = without_zeros(whole);
  return digits == "0" || digits == "1";
}

Noun FrenchGrammar::powered(const Noun& unit, std::uint32_t power) const {
  const std::string adjective =
      std::string(power == 2 ? " carré" : " cube") + (unit.gender == Gender::feminine && power == 2 ? "e" : "");
  return {unit.one + adjective, unit.many + adjective + "s", unit.gender};
}

std::string FrenchGrammar::of_magnitude(const std::string& noun) const {
  static constexpr std::u32string_view kVowels = U"aeiouhâàéèêîïôûAEIOUÉ";
  return (kVowels.find(code_point_at(noun, 0).value) != std::u32string_view::npos ? "d'" : "de ") + noun;
}

}  // namespace aloud::shared_rules
