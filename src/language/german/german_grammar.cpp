#include "language/german/german_grammar.h"

#include <array>

#include "language/characters.h"
#include "language/continental/terms.h"
#include "language/continental/units.h"
#include "language/continental/written_number.h"
#include "util/utf8.h"

namespace aloud::continental {
namespace {

bool ends_with_any(std::string_view word, std::string_view endings) {
  while (!endings.empty()) {
    const std::size_t space = std::min(endings.find(' '), endings.size());
    if (word.size() > space + 1 && word.ends_with(endings.substr(0, space))) return true;
    endings.remove_prefix(std::min(space + 1, endings.size()));
  }
  return false;
}

// The noun's last part, so that "Kilometer" is a "meter".
bool is_listed(const WordSets::Set& set, std::string_view noun) {
  if (has(set, noun)) return true;
  for (std::size_t at = 2; at + 3 <= noun.size() && at < 24; ++at) {
    if (static_cast<unsigned char>(noun[at]) >= 0x80) continue;
    std::string tail(noun.substr(at));
    if (tail[0] < 'a' || tail[0] > 'z') continue;
    tail[0] = static_cast<char>(tail[0] - 'a' + 'A');
    if (tail.size() >= 4 && has(set, tail)) return true;
  }
  return false;
}

}  // namespace

std::optional<Gender> GermanGrammar::gender_of(std::string_view noun) const {
  if (noun.empty()) return std::nullopt;
  if (has(tables_.masculine, noun)) return Gender::masculine;
  if (has(tables_.feminine, noun)) return Gender::feminine;
  if (has(tables_.neuter, noun)) return Gender::neuter;
  if (ends_with_any(noun, "ung heit keit schaft ion tät ik ie enz anz ur in")) return Gender::feminine;
  if (ends_with_any(noun, "chen lein ment um")) return Gender::neuter;
  if (is_listed(tables_.masculine, noun)) return Gender::masculine;
  if (is_listed(tables_.neuter, noun)) return Gender::neuter;
  if (is_listed(tables_.feminine, noun) || noun.ends_with('e')) return Gender::feminine;
  if (ends_with_any(noun, "er ismus ling ig or")) return Gender::masculine;
  return std::nullopt;
}

Case GermanGrammar::case_at(const Tokens& tokens, std::size_t i) const {
  const std::string_view before = tokens.str(i - 1);
  if (is_among(tables_.term("dative after"), before)) return Case::dative;
  if (is_among(tables_.term("accusative after"), before)) return Case::accusative;
  return Case::nominative;
}

std::optional<Gender> GermanGrammar::gender_at(const Tokens& tokens, std::size_t i, const Language&) const {
  if (!tokens.is_word(i) || !tokens.at(i).spaced || tokens.str(i) == "Uhr") return std::nullopt;
  // "1 guter Rat": an adjective between has the gender in its ending only.
  if (!tokens.capitalised(i) || tokens.str(i).size() < 3 || is_upper(code_point_at(tokens.str(i), 1).value))
    return std::nullopt;
  return gender_of(tokens.str(i)).value_or(Gender::neuter);
}

bool GermanGrammar::is_year(const Tokens& tokens, std::size_t i) const {
  const std::uint32_t value = tokens.value(i);
  if (!tokens.digits(i, 4, 4) || value < 1000 || value > 2099) return false;
  const std::string_view before = tokens.str(i - 1);
  if (is_among(tables_.term("year before"), before)) return true;
  for (const std::string_view month : {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                                       "Oktober", "November", "Dezember", "Jänner"}) {
    if (before == month) return true;
  }
  // "1500 Soldaten" are counted; "1989 fiel die Mauer" is a year.
  return !(tokens.capitalised(i + 1) && tokens.at(i + 1).spaced);
}

std::string GermanGrammar::date(const CalendarDate& date, const Tokens& tokens, std::size_t i) const {
  static constexpr std::array<const char*, 12> kMonths = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                                          "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
  const std::string day =
      german_ordinal_stem(std::to_string(date.day)) + german_ordinal_ending(tokens, i, Tokens::kNowhere, *this);
  const std::string words = day + " " + kMonths[date.month - 1];
  return date.year == 0 ? words : words + " " + year(date.year);
}

// Numbers with endings: "1990er", "16-jährig", "3-mal", "100%ig"; "1 Uhr"; "Lindenstr.".
Hit GermanGrammar::special(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (tokens.is_word(i)) {
    const std::string_view word = tokens.str(i);
    const bool of_century =
        (word == "Jh" || word == "Jhd" || word == "Jhdt") && tokens.is(i + 1, U'.') && tokens.is(i - 3, "des");
    if (of_century) return say(tokens, i, i + 2 >= tokens.size() ? i + 1 : i + 2, "Jahrhunderts", "abbreviation");
    const bool street =
        word.size() > 4 && (word.ends_with("str") || word.ends_with("Str")) && tokens.is(i + 1, U'.') && tokens.glued(i + 1);
    if (!street || !tokens.begins_clean(i)) return {};
    const bool last = i + 2 >= tokens.size();
    return say(tokens, i, last ? i + 1 : i + 2,
               std::string(word.substr(0, word.size() - 1)) + (word[word.size() - 1] == 'r' ? "raße" : ""), "abbreviation");
  }
  if (!tokens.is_number(i) || !tokens.begins_clean(i) || (!tokens.at(i).spaced && tokens.is(i - 1, U','))) return {};
  const WrittenNumber number = written_number(tokens, i, language);
  if (!number.fraction.empty()) return {};
  const std::size_t end = number.end;
  const auto compound = [&](bool year) {
    if (number.whole == "1") return std::string("ein");
    return year ? this->year(number.value()) : cardinal(number.whole);
  };
  const bool year = number.is_plain(4, 4) && number.value() >= 1000 && number.value() <= 2099;
  if (tokens.is(end, "Uhr") && tokens.at(end).spaced && number.whole == "1") return say(tokens, i, end, "ein", "time");
  if (tokens.glued(end) && tokens.is_word(end)) {
    const std::string_view ending = tokens.str(end);
    if (ending == "er" || ending == "ern" || ending == "ers") {
      return say(tokens, i, end + 1, compound(year) + std::string(ending), "decade");
    }
    if (ending.starts_with("fach") || ending.starts_with("mal") || ending.starts_with("jährig") || ending == "te" ||
        ending == "ten" || ending == "ter" || ending == "tes") {
      if (ending.starts_with("te")) {
        return say(tokens, i, end + 1, german_ordinal_stem(number.whole) + std::string(ending.substr(1)), "ordinal");
      }
      return say(tokens, i, end + 1, compound(false) + std::string(ending));
    }
    return {};
  }
  const bool percent = tokens.is(end, U'%') && tokens.glued(end) &&
                       (tokens.is(end + 1, "ig") || tokens.is(end + 1, "ige") || tokens.is(end + 1, "igen") ||
                        tokens.is(end + 1, "iger") || tokens.is(end + 1, "iges")) &&
                       tokens.glued(end + 1);
  if (percent) return say(tokens, i, end + 2, compound(false) + "prozent" + std::string(tokens.str(end + 1)), "percentage");
  const bool hyphen =
      tokens.is(end, U'-') && tokens.glued(end) && tokens.glued(end + 1) && tokens.is_word(end + 1) && tokens.at(i).spaced;
  if (!hyphen) return {};
  const std::string word(tokens.str(end + 1));
  if (tokens.is(end + 2, U'-') && tokens.glued(end + 2)) {  // "5-km-Lauf"
    if (const auto* unit = tables_.units.find(word); unit != nullptr) {
      return say(tokens, i, end + 2, compound(false) + "-" + unit->front());
    }
    if (const Unit unit = unit_at(tokens, end + 1, language); unit.end == end + 2) {
      return say(tokens, i, end + 2, compound(false) + "-" + unit.noun.one);
    }
  }
  if (word.size() < 3) return {};
  if (tokens.lower(end + 1)) return say(tokens, i, end + 2, compound(false) + word);
  // "16-Jähriger", but "5-Zimmer-Wohnung" keeps its hyphens.
  const bool aged = word.starts_with("Jährig");
  return aged ? say(tokens, i, end + 2, compound(false) + "j" + word.substr(1)) : say(tokens, i, end, compound(false));
}

}  // namespace aloud::continental
