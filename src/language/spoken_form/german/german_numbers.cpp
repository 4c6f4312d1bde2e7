#include <array>
#include <string>

#include "language/characters.h"
#include "language/spoken_form/german/german_grammar.h"

namespace aloud::shared_rules {
namespace {

constexpr std::array<const char*, 20> kSmall = {
    "null", "ein", "zwei",  "drei",     "vier",     "fünf",     "sechs",    "sieben",   "acht",     "neun",
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
constexpr std::array<const char*, 10> kTens = {"",        "",        "zwanzig", "dreißig", "vierzig",
                                               "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};
constexpr std::array<const char*, 11> kPowers = {"",           "tausend",  "Million",    "Milliarde",   "Billion",
                                                 "Billiarde",  "Trillion", "Trilliarde", "Quadrillion", "Quadrilliarde",
                                                 "Quintillion"};

constexpr std::size_t kMostDigits = 3 * kPowers.size();  // of a number that has words of its own

// With "ein" at the end, which becomes "eins", "eine" or stays.
std::string below_hundred(std::uint32_t value) {
  if (value < 20) return kSmall[value];
  const std::string tens = kTens[value / 10];
  return value % 10 == 0 ? tens : std::string(kSmall[value % 10]) + "und" + tens;
}

std::string below_thousand(std::uint32_t value) {
  if (value < 100) return below_hundred(value);
  const std::string hundreds = std::string(kSmall[value / 100]) + "hundert";
  return value % 100 == 0 ? hundreds : hundreds + below_hundred(value % 100);
}

// Where it stands alone, "ein" is "eins".
constexpr std::array<const char*, 20> kDigits = [] {
  auto digits = kSmall;
  digits[1] = "eins";
  return digits;
}();

bool ends_in_one(std::string_view digits) {
  digits = without_zeros(digits);
  return digits.ends_with('1') && !digits.ends_with("11");
}

// Whether the last word is "ein": 1, 101, 1001, but not 21.
bool is_open(std::string_view digits) {
  return ends_in_one(digits) && (digits.size() == 1 || digits[digits.size() - 2] == '0');
}

}  // namespace

// A number of which the last word may be "ein".
std::string GermanGrammar::open_cardinal(std::string_view digits) const {
  if (without_zeros(digits).size() > kMostDigits) return named_digits(without_zeros(digits), kDigits);
  std::string words;
  for (const auto& [group, power] : digit_groups(digits, 3)) {
    const bool joined = power == 0 && thousands_ == GermanThousands::joined && words.ends_with(kPowers[1]);
    if (!words.empty() && !joined) words += ' ';
    if (power < 2) {
      words += below_thousand(group) + kPowers[power];
    } else if (group == 1) {
      words += std::string("eine ") + kPowers[power];
    } else {
      const bool one = group % 100 == 1;
      words += below_thousand(group) + (one ? "e " : " ") + kPowers[power] + (power % 2 == 0 ? "en" : "n");
    }
  }
  return words;
}

std::string GermanGrammar::cardinal(std::string_view digits) const {
  return open_cardinal(digits) + (is_open(digits) && without_zeros(digits).size() <= kMostDigits ? "s" : "");
}

std::string GermanGrammar::counting(std::string_view digits, Agreement agreement) const {
  if (without_zeros(digits) != "1") return cardinal(digits);
  const bool feminine = agreement.gender == Gender::feminine, masculine = agreement.gender == Gender::masculine;
  switch (agreement.grammatical_case) {
    case Case::nominative:
      return feminine ? "eine" : "ein";
    case Case::accusative:
      return feminine ? "eine" : masculine ? "einen" : "ein";
    case Case::dative:
      return feminine ? "einer" : "einem";
    case Case::genitive:
      break;
  }
  return feminine ? "einer" : "eines";
}

std::string GermanGrammar::year(std::uint32_t value) const {
  const std::string digits = std::to_string(value);
  if (value >= 1000 && value < 1100) return "tausend" + (value == 1000 ? "" : cardinal(digits.substr(1)));
  if (value < 1100 || value >= 2000) return cardinal(digits);
  const std::string century = below_hundred(value / 100) + "hundert";
  return value % 100 == 0 ? century : century + cardinal(digits.substr(2));
}

std::string GermanGrammar::decimals(std::string_view digits) const { return named_digits(digits, kDigits); }

std::string GermanGrammar::ordinal_stem(std::string_view digits) const {
  const std::string_view number = without_zeros(digits);
  const std::uint32_t last = value_of(number.size() > 2 ? number.substr(number.size() - 2) : number);
  std::string words = open_cardinal(number);
  const auto irregular = [&](std::string_view from, const char* to) {
    words.resize(words.size() - from.size());
    return words + to;
  };
  if (last == 1) return irregular("ein", "erst");
  if (last == 3) return irregular("drei", "dritt");
  if (last == 7) return irregular("sieben", "siebt");
  if (last == 8) return words;  // "acht" + "e"
  if (number.size() > 6 && number.ends_with("000000")) return irregular(words.ends_with("en") ? "en" : "", "st");
  return words + (last > 0 && last < 20 ? "t" : "st");
}

std::string GermanGrammar::fraction(std::uint32_t numerator, std::uint32_t denominator) const {
  const std::string over = numerator == 1 ? "ein" : cardinal(std::to_string(numerator));
  if (denominator == 2) return numerator == 1 ? "ein halb" : over + " halbe";
  const std::string part = ordinal_stem(std::to_string(denominator)) + "el";
  const std::size_t last = part.rfind(' ') + 1;
  return over + " " + part.substr(0, last) + with_capital(part.substr(last));
}

std::string GermanGrammar::mixed(std::string_view whole, std::uint32_t numerator, std::uint32_t denominator, Agreement) const {
  if (numerator == 1 && denominator == 2) return open_cardinal(whole) + "einhalb";
  return cardinal(whole) + " " + fraction(numerator, denominator);
}

std::string GermanGrammar::half(const Noun& noun) const {
  const char* words = noun.gender == Gender::feminine ? "eine halbe "
                      : noun.gender == Gender::neuter ? "ein halbes "
                                                      : "ein halber ";
  return words + noun.one;
}

std::string GermanGrammar::time(const ClockTime& time) const {
  const std::string hour = open_cardinal(std::to_string(time.hour)) + " Uhr";
  return time.minute == 0 ? hour : hour + " " + cardinal(std::to_string(time.minute));
}

std::string GermanGrammar::inflected(const Noun& noun, bool singular, Case grammatical_case) const {
  if (singular) return noun.one;
  const std::size_t end = std::min(noun.many.find(' '), noun.many.size());  // "Kilometer pro Stunde": the first word alone
  const std::string first = noun.many.substr(0, end);
  const bool takes_n = first.ends_with("er") || (first.ends_with("e") && first != "Byte");
  return first + (grammatical_case == Case::dative && takes_n ? "n" : "") + noun.many.substr(end);
}

Noun GermanGrammar::powered(const Noun& unit, std::uint32_t power) const {
  const auto with = [&](const std::string& name) { return (power == 2 ? "Quadrat" : "Kubik") + with_small_letter(name); };
  return {with(unit.one), with(unit.many), unit.gender};
}

}  // namespace aloud::shared_rules
