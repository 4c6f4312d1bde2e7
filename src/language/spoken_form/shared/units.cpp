#include "language/spoken_form/shared/units.h"

#include "language/characters.h"
#include "language/spoken_form/digits.h"
#include "language/spoken_form/shared/written_number.h"
#include "language/spoken_form/word_list.h"
#include "util/utf8.h"

namespace aloud::shared_rules {
namespace {

constexpr std::size_t kLongestUnit = 5;   // tokens
constexpr std::size_t kLongestSign = 12;  // bytes

// A unit of the table as it stands, the longest first.
Unit listed_unit(const Tokens& tokens, std::size_t i, const Language& language) {
  std::size_t end = i + 1;
  while (end - i < kLongestUnit && end < tokens.size() && (tokens.glued(end) || tokens.is(end - 1, U'°'))) ++end;
  for (; end > i; --end) {
    if (tokens.at(end - 1).range.end - tokens.at(i).range.begin > kLongestSign) continue;
    if (!tokens.ends_clean(end) && !tokens.is(end - 1, U'°')) continue;
    const auto* unit = language.tables.units.find(tokens.str(i, end));
    const bool power = end > i + 1 && (tokens.is(end, U'²') || tokens.is(end, U'³'));  // of the last part: "m/s²"
    if (unit == nullptr || power) continue;
    const bool last = end > i + 1 && tokens.is(end - 1, U'.') && end >= tokens.size();  // the text's period stays
    return {last ? end - 1 : end, noun_of(*unit), ""};
  }
  return {};
}

bool takes_prefix(const std::vector<std::string>& unit, std::string_view prefix) {
  return unit.size() > 3 && is_among(unit[3], prefix);
}

// German writes "Kilo" and "Meter" as one word with one capital.
std::string prefixed(const std::string& prefix, const std::string& name) {
  return prefix + (is_upper(code_point_at(prefix, 0).value) ? with_small_letter(name) : name);
}

// "km": a metric prefix and a unit that takes it.
Unit prefixed_unit(const Tokens& tokens, std::size_t i, const Language& language) {
  const std::string_view word = tokens.str(i);
  const std::size_t size = code_point_at(word, 0).size;
  if (word.size() == size || word.size() > 5) return {};
  const auto* prefix = language.tables.terms.find("prefix " + std::string(word.substr(0, size)));
  const auto* unit = prefix == nullptr ? nullptr : language.tables.units.find(word.substr(size));
  if (unit == nullptr || !takes_prefix(*unit, word.substr(0, size))) return {};
  Noun noun = noun_of(*unit);
  noun.one = prefixed(prefix->front(), noun.one);
  noun.many = prefixed(prefix->front(), noun.many);
  return {i + 1, noun, ""};
}

// "²", "^2", or a glued "2" after a unit of length.
void take_power(const Tokens& tokens, Unit& unit, const Language& language) {
  const std::size_t at = unit.end;
  if (!tokens.glued(at)) return;
  std::uint32_t power = tokens.is(at, U'²') ? 2 : tokens.is(at, U'³') ? 3 : 0;
  std::size_t end = at + 1;
  const bool length = tokens.str(at - 1).back() == 'm' && tokens.str(at - 1).size() <= 2;
  if (length && tokens.digits(at, 1) && tokens.ends_clean(at + 1)) power = tokens.value(at);
  if (tokens.is(at, U'^') && tokens.digits(at + 1, 1)) {
    power = tokens.value(at + 1);
    end = at + 2;
  }
  if (power != 2 && power != 3) return;
  unit.noun = language.grammar.powered(unit.noun, power);
  unit.end = end;
}

Unit simple_unit(const Tokens& tokens, std::size_t i, const Language& language) {
  Unit unit = listed_unit(tokens, i, language);
  if (!unit && tokens.is_word(i)) {
    unit = prefixed_unit(tokens, i, language);
    if (!unit) {  // "m2": the letters alone
      if (const auto* base = language.tables.units.find(tokens.str(i))) unit = {i + 1, noun_of(*base), ""};
    }
  }
  if (unit) take_power(tokens, unit, language);
  return unit;
}

// What a "/" may stand before: a unit, or a word such as "Monat" in "5 €/Monat".
std::string per_what(const Tokens& tokens, std::size_t slash, std::size_t& end, const Language& language) {
  if (const Unit unit = simple_unit(tokens, slash + 1, language)) {
    end = unit.end;
    return unit.noun.one;
  }
  const std::string_view digits = tokens.str(slash + 1);  // "l/100 km"
  const bool round = tokens.digits(slash + 1, 2, 4) && is_power_of_ten(digits);
  if (const Unit unit = round ? simple_unit(tokens, slash + 2, language) : Unit(); unit && tokens.ends_clean(unit.end)) {
    end = unit.end;
    return language.grammar.cardinal(digits) + " " + unit.noun.many;
  }
  if (!tokens.is_word(slash + 1) || tokens.str(slash + 1).size() < 3 || !tokens.ends_clean(slash + 2)) return {};
  end = slash + 2;
  return std::string(tokens.str(slash + 1));
}

// A letter that is more often something else: "4K", "Model S".
bool is_ambiguous(const Tokens& tokens, std::size_t i, const Unit& unit, const Language& language) {
  if (unit.end != i + 1 || !language.tables.spaced_units.contains(tokens.str(i))) return false;
  return !tokens.at(i).spaced || tokens.capitalised(i - 2) || (tokens.is(unit.end, U'.') && tokens.is_word(unit.end + 1));
}

}  // namespace

Unit unit_at(const Tokens& tokens, std::size_t i, const Language& language) {
  if (tokens.at(i).kind == TokenKind::none || tokens.is_number(i)) return {};
  Unit unit = simple_unit(tokens, i, language);
  if (!unit) return unit;
  while (tokens.glued(unit.end) && tokens.glued(unit.end + 1)) {
    if (tokens.is(unit.end, U'·') || tokens.is(unit.end, U'⋅')) {
      const Unit next = simple_unit(tokens, unit.end + 1, language);
      if (!next) break;
      unit.suffix += " " + next.noun.one;
      unit.end = next.end;
      continue;
    }
    std::size_t end = 0;
    const std::string what = tokens.is(unit.end, U'/') ? per_what(tokens, unit.end, end, language) : "";
    if (end == 0) break;
    unit.suffix += " " + language.tables.term("per") + " " + what;
    unit.end = end;
  }
  if (tokens.glued(unit.end) && !tokens.is_mark(unit.end) && !tokens.is(unit.end - 1, U'°')) return {};
  return is_ambiguous(tokens, i, unit, language) ? Unit() : unit;
}

std::string unit_words(const Unit& unit, bool singular, Case grammatical_case, const Language& language) {
  return language.grammar.inflected(unit.noun, singular, grammatical_case) + unit.suffix;
}

}  // namespace aloud::shared_rules
