#include "language/spoken_form/german/german_grammar.h"

#include <array>

#include "language/characters.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::shared_rules {
namespace {

constexpr std::size_t kShortestStem = 2;  // bytes before an ending that tells the gender

// The noun's last part, so that "Kilometer" is a "meter".
bool is_listed(const WordSets::Set& set, std::string_view noun) {
  if (set.contains(noun)) return true;
  for (std::size_t at = 2; at + 3 <= noun.size() && at < 24; ++at) {
    if (static_cast<unsigned char>(noun[at]) >= 0x80) continue;
    const std::string_view tail = noun.substr(at);
    if (is_ascii_lower(tail[0]) && tail.size() >= 4 && set.contains(with_capital(tail))) return true;
  }
  return false;
}

}  // namespace

std::optional<Gender> GermanGrammar::gender_of(std::string_view noun) const {
  if (noun.empty()) return std::nullopt;
  if (tables_.masculine.contains(noun)) return Gender::masculine;
  if (tables_.feminine.contains(noun)) return Gender::feminine;
  if (tables_.neuter.contains(noun)) return Gender::neuter;
  if (ends_in_one_of("ung heit keit schaft ion tät ik ie enz anz ur in", noun, kShortestStem)) return Gender::feminine;
  if (ends_in_one_of("chen lein ment um", noun, kShortestStem)) return Gender::neuter;
  if (is_listed(tables_.masculine, noun)) return Gender::masculine;
  if (is_listed(tables_.neuter, noun)) return Gender::neuter;
  if (is_listed(tables_.feminine, noun) || noun.ends_with('e')) return Gender::feminine;
  if (ends_in_one_of("er ismus ling ig or", noun, kShortestStem)) return Gender::masculine;
  return std::nullopt;
}

Case GermanGrammar::case_at(const Tokens& tokens, std::size_t i) const {
  // "von etwa 5 km"
  std::size_t at = i - 1;
  while (i - at < 3 && is_among("etwa rund ca circa fast knapp gut nur über ungefähr genau", tokens.str(at))) --at;
  const std::string_view before = tokens.str(at);
  if (is_among(tables_.term("dative after"), before)) return Case::dative;
  if (is_among(tables_.term("accusative after"), before)) return Case::accusative;
  return Case::nominative;
}

std::optional<Gender> GermanGrammar::gender_at(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.is_word(i) || !tokens.at(i).spaced || tokens.str(i) == "Uhr") return std::nullopt;
  const bool adjective = tokens.lower(i) && tokens.capitalised(i + 1) && tokens.str(i).size() > 3 && tokens.str(i - 1) == "1" &&
                         !language.tables.function_words.contains(tokens.str(i));
  if (adjective) {  // "1 neue Idee", "1 guter Rat"
    const char ending = tokens.str(i).back();
    if (ending == 'e') return Gender::feminine;
    if (ending == 'r' || ending == 's') return Gender::neuter;
  }
  if (!tokens.capitalised(i) || tokens.str(i).size() < 3 || is_upper(code_point_at(tokens.str(i), 1).value))
    return std::nullopt;
  return gender_of(tokens.str(i)).value_or(Gender::neuter);
}

// "1500 Soldaten" are "fünfzehnhundert" as well.
bool GermanGrammar::is_year(const Tokens& tokens, std::size_t i) const {
  const std::uint32_t value = tokens.value(i);
  return tokens.digits(i, 4) && value >= 1000 && value <= 2099;
}

std::optional<Gender> GermanGrammar::gender_of_noun(const Tokens& tokens, std::size_t i) const {
  const auto* full = tokens.is(i + 1, U'.') ? tables_.abbreviations.find(tokens.str(i, i + 2)) : nullptr;
  return gender_of(full == nullptr ? tokens.str(i) : std::string_view(full->front()));
}

std::string GermanGrammar::date(const CalendarDate& date, const Tokens& tokens, std::size_t i) const {
  static constexpr std::array<const char*, 12> kMonths = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                                          "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
  const std::string day = ordinal_stem(std::to_string(date.day)) + german_ordinal_ending(tokens, i, Tokens::kNowhere, *this);
  const std::string words = day + " " + kMonths[date.month - 1];
  return date.year == 0 ? words : words + " " + year(date.year);
}

}  // namespace aloud::shared_rules
