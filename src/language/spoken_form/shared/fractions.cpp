#include <array>
#include <string>
#include <utility>

#include "language/spoken_form/shared/units.h"
#include "language/spoken_form/shared/written_number.h"

namespace aloud::shared_rules {
namespace {

struct Parts {
  std::size_t end = 0;
  std::uint32_t over = 0, under = 0;
};

Parts vulgar_fraction(const Tokens& tokens, std::size_t i) {
  struct Vulgar {
    char32_t mark;
    std::uint32_t over, under;
  };
  static constexpr std::array<Vulgar, 18> kVulgar = {{{U'½', 1, 2},
                                                      {U'⅓', 1, 3},
                                                      {U'⅔', 2, 3},
                                                      {U'¼', 1, 4},
                                                      {U'¾', 3, 4},
                                                      {U'⅕', 1, 5},
                                                      {U'⅖', 2, 5},
                                                      {U'⅗', 3, 5},
                                                      {U'⅘', 4, 5},
                                                      {U'⅙', 1, 6},
                                                      {U'⅚', 5, 6},
                                                      {U'⅐', 1, 7},
                                                      {U'⅛', 1, 8},
                                                      {U'⅜', 3, 8},
                                                      {U'⅝', 5, 8},
                                                      {U'⅞', 7, 8},
                                                      {U'⅑', 1, 9},
                                                      {U'⅒', 1, 10}}};
  for (const auto& [mark, over, under] : kVulgar) {
    if (tokens.is(i, mark)) return {i + 1, over, under};
  }
  return {};
}

// "3/4" or "¾" at `i`, below one.
Parts proper_fraction(const Tokens& tokens, std::size_t i) {
  if (const Parts parts = vulgar_fraction(tokens, i); parts.end != 0) return parts;
  const bool slash = (tokens.is(i + 1, U'/') || tokens.is(i + 1, U'⁄')) && tokens.glued(i + 1) && tokens.glued(i + 2);
  if (!slash || !tokens.digits(i, 1, 3) || !tokens.digits(i + 2, 1, 4)) return {};
  const Parts parts{i + 3, tokens.value(i), tokens.value(i + 2)};
  const bool round = parts.under <= 100 || parts.under == 1000;
  if (parts.over == 0 || parts.under < 2 || parts.over >= parts.under || !round) return {};
  if (tokens.glued(parts.end) && (tokens.is_number(parts.end) || tokens.is(parts.end, U'/'))) return {};
  return tokens.is_number(parts.end) && tokens.digits(parts.end, 3) ? Parts() : parts;
}

// A fraction and a unit: "3/4 km", "½ h".
Hit with_unit(const Tokens& tokens, std::size_t i, std::size_t end, std::string words, bool many, const Language& language) {
  if (const Unit unit = unit_at(tokens, end, language)) {
    return say(tokens, i, unit.end, words + " " + unit_words(unit, !many, Case::nominative, language));
  }
  return tokens.ends_clean(end) ? say(tokens, i, end, std::move(words)) : Hit();
}

Hit one_half(const Tokens& tokens, std::size_t i, std::size_t end, const Language& language) {
  Unit unit = unit_at(tokens, end, language);
  if (!unit && tokens.is_word(end) && tokens.at(end).spaced) {
    const auto gender = language.grammar.gender_at(tokens, end, language);
    if (gender) unit = {end + 1, {std::string(tokens.str(end)), "", *gender}, ""};
  }
  if (!unit) return {};
  return say(tokens, i, unit.end, language.grammar.half(unit.noun) + unit.suffix);
}

// "2019/20", "120/80", "1/299 792 458": what is no proper fraction.
Hit other_slash(const Tokens& tokens, std::size_t i, const WrittenNumber& over, const Language& language) {
  const std::size_t slash = over.end;
  if (!tokens.is(slash, U'/') || !tokens.glued(slash) || !tokens.glued(slash + 1)) return {};
  const WrittenNumber under = written_number(tokens, slash + 1, language);
  if (!under || tokens.is(under.end, U'/') || !tokens.ends_clean(under.end)) return {};
  if (over.whole == "24" && under.whole == "7" && over.is_plain(2) && under.is_plain(1)) {  // all day, all week
    return say(tokens, i, under.end, words_of(over, language) + " " + words_of(under, language), "ratio");
  }
  const bool years = over.is_plain(4) && over.value() >= 1100 && over.value() <= 2099 &&
                     (under.is_plain(2) || (under.is_plain(4) && under.value() > over.value()));
  const std::string from = years ? language.grammar.year(over.value()) : words_of(over, language);
  const std::string to = years && under.is_plain(4) ? language.grammar.year(under.value()) : words_of(under, language);
  return say(tokens, i, under.end, from + " " + language.tables.term(years ? "to" : "over") + " " + to,
             years ? "range" : "ratio");
}

}  // namespace

Hit and_a_half(const Tokens& tokens, std::size_t i, const char* masculine, const char* feminine, const Language& language) {
  const Parts half = proper_fraction(tokens, i + 1);
  if (half.over != 1 || half.under != 2 || !(tokens.at(i + 1).spaced || tokens.is_mark(i + 1))) return {};
  const Grammar& grammar = language.grammar;
  Unit unit = unit_at(tokens, half.end, language);
  if (!unit && tokens.at(half.end).spaced) {
    const auto gender = grammar.gender_at(tokens, half.end, language);
    const std::string noun(tokens.str(half.end));
    if (gender) unit = {half.end + 1, {noun, noun, *gender}, ""};
  }
  if (!unit) return {};
  const std::string number = grammar.counting(tokens.str(i), {unit.noun.gender, Case::nominative});
  const std::string counted = unit_words(unit, grammar.is_singular(tokens.str(i), ""), Case::nominative, language);
  return say(tokens, i, unit.end, number + " " + counted + (unit.noun.gender == Gender::feminine ? feminine : masculine),
             "fraction");
}

// "1/2", "½ l", "3 3/4", "-3½"; "120/80".
Hit fraction(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool minus = (tokens.is(i, U'-') || tokens.is(i, U'−')) && tokens.at(i).spaced && tokens.glued(i + 1);
  if (minus) {
    Hit hit = fraction(tokens, i + 1, language);
    if (!hit || hit.edits.size() != 1) return {};
    return say(tokens, i, hit.end, language.tables.term("minus") + " " + hit.edits.front().replacement, hit.rule);
  }
  if (!tokens.begins_clean(i) || tokens.follows(i, U"/.,")) return {};
  const Grammar& grammar = language.grammar;
  if (const Parts parts = proper_fraction(tokens, i); parts.end != 0) {
    if (parts.over == 1 && parts.under == 2) {
      if (Hit hit = one_half(tokens, i, parts.end, language)) return hit;
    }
    const bool number_before = tokens.is_number(i - 1);
    if (number_before) return {};
    return with_unit(tokens, i, parts.end, grammar.fraction(parts.over, parts.under), false, language);
  }
  if (!tokens.is_number(i)) return {};
  const WrittenNumber whole = written_number(tokens, i, language);
  if (whole.fraction.empty() && whole.whole.size() <= 6) {
    const Parts parts = proper_fraction(tokens, whole.end);
    if (parts.end == 0) return other_slash(tokens, i, whole, language);
    const Unit unit = unit_at(tokens, parts.end, language);
    const Agreement agreement{unit ? unit.noun.gender : Gender::masculine, Case::nominative};
    const bool apart = tokens.at(whole.end).spaced || vulgar_fraction(tokens, whole.end).end != 0;
    if (apart) {
      return with_unit(tokens, i, parts.end, grammar.mixed(whole.whole, parts.over, parts.under, agreement), true, language);
    }
  }
  return other_slash(tokens, i, whole, language);
}

}  // namespace aloud::shared_rules
