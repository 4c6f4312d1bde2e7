#include "language/spoken_form/english/units.h"

#include <array>

#include "language/spoken_form/digits.h"
#include "language/spoken_form/word_list.h"
#include "util/utf8.h"

namespace aloud::english {
namespace {

const char* prefix_name(char32_t prefix) {
  switch (prefix) {
    case U'k':
      return "kilo";
    case U'M':
      return "mega";
    case U'G':
      return "giga";
    case U'T':
      return "tera";
    case U'P':
      return "peta";
    case U'E':
      return "exa";
    case U'h':
      return "hecto";
    case U'd':
      return "deci";
    case U'c':
      return "centi";
    case U'm':
      return "milli";
    case U'µ':
    case U'μ':
      return "micro";
    case U'n':
      return "nano";
    case U'p':
      return "pico";
    case U'f':
      return "femto";
    default:
      return nullptr;
  }
}

constexpr std::size_t kLongestUnit = 5;   // tokens, "sq. ft."
constexpr std::size_t kLongestSign = 12;  // bytes

// A unit of the table as it stands, the longest first.
Unit listed_unit(const Tokens& tokens, std::size_t i, const English& english) {
  std::size_t end = i + 1;
  const bool long_form = tokens.is(i, "sq") || tokens.is(i, "cu") || tokens.is(i, "fl") || tokens.is(i, U'°');
  while (end - i < kLongestUnit && end < tokens.size() && (long_form || tokens.glued(end))) ++end;
  for (; end > i; --end) {
    if (tokens.at(end - 1).range.end - tokens.at(i).range.begin > kLongestSign ||
        !(tokens.ends_clean(end) || tokens.is(end - 1, U'°')))
      continue;
    const bool last =
        end > i + 1 && tokens.is(end - 1, U'.') && end >= tokens.size();  // the period that ends the sentence stays
    if (const auto* unit = english.tables.units.find(tokens.str(i, end))) return {last ? end - 1 : end, (*unit)[0], (*unit)[1]};
  }
  return {};
}

bool takes_prefix(const std::vector<std::string>& unit, std::string_view prefix) {
  return unit.size() > 2 && is_among(unit[2], prefix);
}

// "km": a metric prefix and a unit that takes it.
Unit prefixed_unit(std::string_view word, std::size_t end, const English& english) {
  const CodePoint first = code_point_at(word, 0);
  const char* prefix = prefix_name(first.value);
  if (prefix == nullptr || word.size() == first.size) return {};
  const auto* unit = english.tables.units.find(word.substr(first.size));
  if (unit == nullptr || !takes_prefix(*unit, word.substr(0, first.size))) return {};
  return {end, prefix + (*unit)[0], prefix + (*unit)[1]};
}

// "²", "^2" or a glued "2" after a unit of length or time.
void take_power(const Tokens& tokens, Unit& unit) {
  static constexpr std::array<std::string_view, 3> kNames = {"", "square ", "cubic "};
  const std::size_t at = unit.end;
  if (!tokens.glued(at)) return;
  std::size_t power = 0, end = at + 1;
  if (tokens.is(at, U'²')) power = 2;
  if (tokens.is(at, U'³')) power = 3;
  if (tokens.is(at, U'^') && tokens.is_number(at + 1)) {
    power = tokens.value(at + 1);
    end = at + 2;
  }
  const bool length =
      unit.one.find("meter") != std::string::npos || unit.one == "foot" || unit.one == "inch" || unit.one == "mile";
  if (length && tokens.digits(at, 1)) power = tokens.value(at);
  if (power != 2 && power != 3) return;
  if (unit.one == "second") {  // "m/s²"
    unit.one += power == 2 ? " squared" : " cubed";
    unit.many += power == 2 ? " squared" : " cubed";
  } else {
    unit.one.insert(0, kNames[power - 1]);
    unit.many.insert(0, kNames[power - 1]);
  }
  unit.end = end;
}

Unit simple_unit(const Tokens& tokens, std::size_t i, const English& english) {
  Unit unit = listed_unit(tokens, i, english);
  if (!unit && tokens.is_word(i)) {
    unit = prefixed_unit(tokens.str(i), i + 1, english);
    if (!unit) {  // "m2": the letters alone
      if (const auto* base = english.tables.units.find(tokens.str(i))) unit = {i + 1, (*base)[0], (*base)[1]};
    }
  }
  const bool after_hours = tokens.is(i - 2, "h") || tokens.is(i - 2, "hr");                             // "1h 30m"
  const bool before_seconds = tokens.is_number(i + 1) && tokens.is(i + 2, "s") && tokens.glued(i + 2);  // "15m 30s"
  if (tokens.is(i, "m") && (after_hours || before_seconds)) return {i + 1, "minute", "minutes"};
  if (unit) take_power(tokens, unit);
  return unit;
}

// What "L/100 km", "g/100 g" are told of: a power of ten and a unit.
Unit round_amount(const Tokens& tokens, std::size_t i, const English& english) {
  const std::string_view digits = tokens.str(i);
  const bool round = tokens.digits(i, 2, 4) && is_power_of_ten(digits);
  const Unit unit = round ? simple_unit(tokens, i + 1, english) : Unit();
  if (!unit || !tokens.ends_clean(unit.end)) return {};
  const std::string words = cardinal(digits, english.dialect) + " " + unit.many;
  return {unit.end, words, words};
}

// "25 bps" are hundredths of a percent; modems were faster than that.
bool is_basis_points(const Tokens& tokens, std::size_t i) {
  constexpr std::uint32_t kSlowestModem = 300;  // bits per second
  return tokens.is(i, "bps") && tokens.is_number(i - 1) && tokens.value(i - 1) < kSlowestModem;
}

// "Tarn Press, 300 pp.", "xii, 48 p.": the extent of a book, where percentage points have no period.
Unit pages_at(const Tokens& tokens, std::size_t i) {
  const bool whole = tokens.is_number(i - 1) && !(tokens.is(i - 2, U'.') && tokens.glued(i - 1));
  const bool dotted = tokens.is(i + 1, U'.') && tokens.glued(i + 1) && !tokens.is_number(i + 2);
  static constexpr std::string_view kMoves = "by rose fell up down gained lost added shed";
  if (!whole || !dotted || is_among(kMoves, tokens.str(i - 2)) ||
      !(tokens.is(i, "pp") || (tokens.is(i, "p") && tokens.at(i).spaced)))
    return {};
  return {i + 2 < tokens.size() ? i + 2 : i + 1, "page", "pages"};
}

// "2.5 in wide", "0.3 in of rain", "2.5 in": after a decimal "in" is inches at the end and before what has a size; else a
// preposition: "fell to 2.45 in active trading".
bool is_preposition_after_decimal(const Tokens& tokens, std::size_t after) {
  static constexpr std::string_view kSized =
      "wide long tall high deep thick across diameter of x by and or to on per rain rainfall snow snowfall screen display "
      "monitor pipe barrel wheel wheels tube gun round thickness width length height depth hole plate tablet phone apart above "
      "below more less larger smaller longer shorter";
  return (tokens.is_word(after) || tokens.is_number(after)) && !is_among(kSized, tokens.str(after));
}

// "40 W. Orr", "In 2009 W. Orr lost": an initial before a name or another initial.
bool is_initial(const Tokens& tokens, std::size_t i) {
  return tokens.single_capital(i) && tokens.at(i).spaced && tokens.is(i + 1, U'.') && tokens.glued(i + 1) &&
         (tokens.capitalised(i + 2) || tokens.is_number(i + 2));
}

// "a 12s timeout", "for 30s": seconds, where "the 30s" and "in their 30s" are decades.
bool is_seconds(const Tokens& tokens, std::size_t i) {
  static constexpr std::string_view kTimed =
      "timeout timeouts delay delays interval intervals pause pauses limit window wait clip clips video videos ad ads spot "
      "countdown timer cooldown lag latency exposure exposures gap break rest sprint sprints burst bursts recording animation "
      "poll polling cache ttl deadline";
  static constexpr std::string_view kBefore =
      "for after within every takes took take lasts lasted last under about around approximately than roughly wait waits "
      "waited "
      "sleep sleeps another additional";
  const std::size_t number = i - 1;
  const bool hyphen = tokens.is(i + 1, U'-') && tokens.glued(i + 1);
  if (is_among(kTimed, tokens.str(hyphen ? i + 2 : i + 1))) return true;
  const bool sign = tokens.is(number - 1, U'~') || tokens.is(number - 1, U'<') || tokens.is(number - 1, U'=');
  const bool round = tokens.value(number) % 10 == 0 && tokens.value(number) > 10;
  if (sign) return true;
  if (round && is_among("in under about around than", tokens.str(number - 1))) return false;  // "more than 20s"
  return is_among(kBefore, tokens.str(number - 1)) || (!round && tokens.is(number - 1, "in"));
}

// "in" is a preposition and "s" may be a plural, unless the place says otherwise.
bool is_ambiguous(const Tokens& tokens, std::size_t i, const Unit& unit, const English& english) {
  const std::string_view word = tokens.str(i);
  const bool spaced = tokens.at(i).spaced;
  if (word == "in" && unit.end == i + 1) {
    const bool decimal = tokens.is(i - 2, U'.') && tokens.glued(i - 1);
    if (decimal && spaced) return is_preposition_after_decimal(tokens, unit.end);
    const bool after_feet = tokens.is(i - 2, "ft") || (tokens.is(i - 2, U'.') && tokens.is(i - 3, "ft"));
    return spaced && !after_feet && (tokens.is_word(unit.end) || tokens.is_number(unit.end) || unit.end >= tokens.size());
  }
  if (unit.end != i + 1) return false;
  if (is_initial(tokens, i)) return true;
  if (word == "s" && spaced && tokens.digits(i - 1, 4)) return true;  // "1980 s", a decade
  if (word == "s" && !spaced) {                                       // "9.58s", "15m 30s", but "20s"
    const std::string_view before = tokens.str(i - 2);
    const bool after_minutes = (before == "m" || before == "min" || before == "h") && tokens.is_number(i - 3);
    return !after_minutes && !(tokens.is(i - 2, U'.') && tokens.glued(i - 1)) && !is_seconds(tokens, i);
  }
  if (english.tables.units_spaced.contains(word)) return !spaced || tokens.capitalised(unit.end) || tokens.capitalised(i - 2);
  return false;
}

}  // namespace

bool is_measured_by(std::string_view word) {
  static constexpr std::string_view kWords =
      "day week month year hour minute second person night unit game share head mile pound ounce gallon liter serving user "
      "student child";
  return is_among(kWords, word);
}

Unit unit_at(const Tokens& tokens, std::size_t i, const English& english) {
  if (tokens.at(i).kind == TokenKind::none || tokens.is_number(i)) return {};
  if (is_basis_points(tokens, i)) return {i + 1, "basis point", "basis points"};
  if (Unit pages = pages_at(tokens, i)) return pages;
  Unit unit = simple_unit(tokens, i, english);
  if (!unit) return unit;
  while (tokens.glued(unit.end) && tokens.glued(unit.end + 1)) {
    const bool per = tokens.is(unit.end, U'/');
    if (!per && !tokens.is(unit.end, U'·') && !tokens.is(unit.end, U'⋅')) break;
    Unit next = simple_unit(tokens, unit.end + 1, english);
    if (!next && per && is_measured_by(tokens.str(unit.end + 1))) {  // "mg/day"
      const std::string word(tokens.str(unit.end + 1));
      next = {unit.end + 2, word, word};
    }
    if (!next && per) next = round_amount(tokens, unit.end + 1, english);
    if (!next) break;
    unit = per ? Unit{next.end, unit.one + " per " + next.one, unit.many + " per " + next.one}
               : Unit{next.end, unit.one + " " + next.one, unit.one + " " + next.many};
  }
  if (tokens.glued(unit.end) && !tokens.is_mark(unit.end) && unit.one != "degree") return {};
  const bool dotted = tokens.is(unit.end, U'.') && tokens.glued(unit.end) && tokens.is_word(unit.end + 1) &&
                      tokens.glued(unit.end + 1);  // "10,000 B.C."
  if (dotted) return {};
  return is_ambiguous(tokens, i, unit, english) ? Unit() : unit;
}

}  // namespace aloud::english
