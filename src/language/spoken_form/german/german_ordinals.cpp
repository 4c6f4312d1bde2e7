#include <string>

#include "language/characters.h"
#include "language/spoken_form/german/german_grammar.h"
#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/word_list.h"

namespace aloud::shared_rules {
namespace {

bool is_month(std::string_view word) {
  static constexpr std::string_view kMonths =
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jänner Feber Jan Feb Mrz Apr Jun Jul "
      "Aug Sep Sept Okt Nov Dez";
  return is_among(kMonths, word);
}

bool is_roman_or_number(const Tokens& tokens, std::size_t i) {
  return tokens.digits(i, 1, 3) || (tokens.capitalised(i) && roman_value(tokens.str(i)) != 0);
}

// Steps back over "3. und", "3.,", "3.10. bis" and over adjectives, to the word that decides the ending.
std::size_t decider_before(const Tokens& tokens, std::size_t i, const Tables& tables) {
  std::size_t at = i - 1;
  if (tokens.is(at, U',') && is_capital_weekday(tokens.str(at - 1), tables)) --at;  // "am Montag, 5. Mai"
  if (is_capital_weekday(tokens.str(at), tables)) --at;
  if (tokens.is(at, U',') && tokens.is(at - 1, U'.') && is_among("Mo Di Mi Do Fr Sa So", tokens.str(at - 2))) at -= 3;
  for (int steps = 0; steps < 4; ++steps) {
    const std::string_view word = tokens.str(at);
    const bool joint =
        is_among("und oder bis sowie", word) || tokens.is(at, U',') || tokens.is(at, U'/') || tokens.is_range_dash(at);
    if (!joint || !tokens.is(at - 1, U'.') || !is_roman_or_number(tokens, at - 2)) break;
    at -= 3;
    if (tokens.is(at, U'.') && is_roman_or_number(tokens, at - 1)) at -= 2;
  }
  return at;
}

// The noun that follows an ordinal ending before token `i`: over further ordinals and adjectives.
std::size_t noun_after(const Tokens& tokens, std::size_t i) {
  for (std::size_t at = i; at < i + 6; ++at) {
    if (tokens.capitalised(at) && !(tokens.is(at + 1, U'.') && roman_value(tokens.str(at)) != 0)) return at;
    const bool skipped = tokens.lower(at) || is_roman_or_number(tokens, at) || tokens.is(at, U'.') || tokens.is(at, U',') ||
                         tokens.is(at, U'/') || tokens.is_range_dash(at);
    if (!skipped) break;
  }
  return Tokens::kNowhere;
}

std::string strong_ending(std::optional<Gender> gender, Case grammatical_case) {
  const bool feminine = gender == Gender::feminine;
  if (grammatical_case == Case::dative) return feminine ? "er" : "em";
  if (feminine) return "e";
  if (gender == Gender::neuter) return "es";
  return grammatical_case == Case::accusative ? "en" : "er";
}

// After "ein", "kein", "mein" without an ending.
bool is_bare_article(std::string_view word) {
  return is_among("ein kein mein dein sein ihr unser euer Ein Kein Mein Dein Sein Ihr Unser Euer", word);
}

// "der Achte", "des Achten": how the number of a ruler is said.
std::string ruler_words(const Tokens& tokens, std::size_t name, std::uint32_t value, const Language& language,
                        const GermanGrammar& grammar) {
  const std::string_view written = tokens.str(name);
  const bool feminine =
      language.tables.regnal_feminine.contains(written) ||
      (written.ends_with('s') && language.tables.regnal_feminine.contains(written.substr(0, written.size() - 1)));
  const bool genitive = !language.tables.is_regnal(written);
  const std::string stem = with_capital(grammar.ordinal_stem(std::to_string(value)));
  if (genitive) return (feminine ? "der " : "des ") + stem + "en";
  // Back over "König", "Papst", "Kaiser" and first names.
  std::size_t at = name - 1;
  for (int steps = 0; steps < 3 && tokens.capitalised(at) && at > 0; ++steps) --at;
  const std::string before = with_small_letter(tokens.str(at));
  if (is_among(language.tables.term("ruler dative after"), before)) return (feminine ? "der " : "dem ") + stem + "en";
  if (is_among(language.tables.term("ruler accusative after"), before))
    return feminine ? "die " + stem + "e" : "den " + stem + "en";
  if (before == "des") return "des " + stem + "en";
  return (feminine ? "die " : "der ") + stem + "e";
}

// A ruler's name, also in the genitive: "Heinrichs".
bool is_ruler(std::string_view word, const Language& language) {
  if (language.tables.is_regnal(word)) return true;
  if (!word.ends_with('s')) return false;
  word.remove_suffix(1);
  return language.tables.is_regnal(word);
}

// Whether "3." at `i` is an ordinal: a noun, an adjective or another ordinal follows, or an article stands before it.
bool is_ordinal(const Tokens& tokens, std::size_t i, const Language& language) {
  const std::size_t next = i + 2;
  const std::string before = with_small_letter(tokens.str(decider_before(tokens, i, language.tables)));
  const bool announced = is_among(language.tables.term("ordinal after"), before);
  if (tokens.glued(next)) {
    const bool mark = tokens.is(next, U',') || tokens.is(next, U'/') || tokens.is_range_dash(next);
    const bool series = mark && is_roman_or_number(tokens, next + 1) && tokens.is(next + 2, U'.') && !tokens.glued(next + 3);
    return series || (announced && (mark || tokens.is(next, U')')) && !tokens.is_number(next + 1));
  }
  if (next >= tokens.size()) return announced && before != "die" && before != "das" && tokens.digits(i, 1, 2);
  if (is_month(tokens.str(next))) return true;
  if (announced) return true;
  if (!tokens.digits(i, 1, 3) && tokens.is_number(i)) return false;
  if (tokens.lower(next)) {
    // "der 3. und 4. Tag"; "3. große Reise"
    return is_among("und oder bis sowie", tokens.str(next)) ? is_roman_or_number(tokens, next + 1) && tokens.is(next + 2, U'.')
                                                            : !language.tables.function_words.contains(tokens.str(next));
  }
  return tokens.capitalised(next) && !language.tables.function_words.contains(with_small_letter(tokens.str(next)));
}

}  // namespace

std::string german_ordinal_ending(const Tokens& tokens, std::size_t i, std::size_t noun, const GermanGrammar& grammar) {
  const std::string_view name = tokens.str(noun);
  const bool month = noun == Tokens::kNowhere || is_month(name);
  const auto gender = month ? std::optional(Gender::masculine) : grammar.gender_of_noun(tokens, noun);
  // "am Sonnabend 3.10.": read as it would be in a calendar.
  const std::size_t day = tokens.is(i - 1, U',') ? i - 2 : i - 1;
  if (noun == Tokens::kNowhere && is_capital_weekday(tokens.str(day), grammar.tables())) return "er";
  const std::size_t at = decider_before(tokens, i, grammar.tables());
  const std::string before = with_small_letter(tokens.str(at));
  if (before == "der" || before == "dieser" || before == "jeder") return gender == Gender::feminine ? "en" : "e";
  if (is_among("die das ins ans aufs fürs durchs ums diese dieses jedes jede eine keine meine deine seine ihre unsere eure",
               before)) {
    return "e";
  }
  if (is_bare_article(before)) return gender == Gender::neuter ? "es" : gender == Gender::feminine ? "e" : "er";
  if (is_among("dem den des am im vom zum zur beim diesem diesen einem einen einer eines keinem keinen keiner keines meinem "
               "meinen meiner meines deinem deinen deiner seinem seinen seiner seines ihrem ihren ihrer ihres unserem unseren "
               "unserer unseres jedem jeden hinterm unterm überm vorm",
               before)) {
    return "en";
  }
  if (month && is_among("ab bis seit von vor nach zwischen gegen um auf", before)) return "en";
  if (is_among("mit nach bei seit von zu aus in ab vor unter an auf", before)) return strong_ending(gender, Case::dative);
  if (is_among("für ohne gegen durch um bis", before)) return strong_ending(gender, Case::accusative);
  return strong_ending(gender, Case::nominative);
}

// "am 3. Oktober", "der 3. Mann", "vom 3. bis 5. Mai": the ending follows from what stands before and after.
Hit GermanGrammar::ordinal(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.digits(i, 1, 4) || !tokens.begins_clean(i) || !tokens.is(i + 1, U'.') || !tokens.glued(i + 1)) return {};
  if (tokens.follows(i, U".,") || tokens.str(i).front() == '0' || !is_ordinal(tokens, i, language)) return {};
  const std::string words = ordinal_stem(tokens.str(i)) + german_ordinal_ending(tokens, i, noun_after(tokens, i + 2), *this);
  // The period that also ends the text stays.
  const bool last = i + 2 >= tokens.size();
  Hit hit = say(tokens, i, last ? i + 1 : i + 2, words);
  const std::size_t dash = i + 2;  // "3.–5. Mai"
  const bool range = (tokens.is_range_dash(dash) || tokens.is(dash, U'/')) && is_roman_or_number(tokens, dash + 1) &&
                     tokens.is(dash + 2, U'.');
  if (range) {
    hit.edits.push_back({tokens.range(dash, dash + 1), tokens.is(dash, U'/') ? " " : " bis "});
    hit.end = dash + 1;
  }
  return hit;
}

// "Heinrich VIII." → "Heinrich der Achte", "im XX. Jahrhundert", "Kapitel IV".
Hit GermanGrammar::roman(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.capitalised(i) || tokens.at(i).range.size() > 8 || !tokens.begins_clean(i)) return {};
  if (is_spelled(tokens, i)) return {};
  const std::uint32_t value = roman_value(tokens.str(i));
  if (value == 0 || !tokens.ends_clean(i + 1)) return {};
  const bool dot = tokens.is(i + 1, U'.') && tokens.glued(i + 1);
  const bool single = tokens.str(i).size() == 1;
  if (tokens.is_word(i - 1) && is_ruler(tokens.str(i - 1), language) && value < 40 && (dot || !single || value == 5)) {
    const bool last = i + 2 >= tokens.size() || !dot;
    return say(tokens, i, last ? i + 1 : i + 2, ruler_words(tokens, i - 1, value, language, *this));
  }
  if (dot && value < 100 && i + 2 < tokens.size() && !(single && value > 10) && tokens.capitalised(i + 2) &&
      tokens.at(i + 2).spaced && is_ordinal(tokens, i, language) && gender_of(tokens.str(i + 2))) {
    return say(tokens, i, i + 2, ordinal_stem(std::to_string(value)) + german_ordinal_ending(tokens, i, i + 2, *this));
  }
  if (!language.tables.numbered.contains(tokens.str(i - 1))) return {};
  return numbered_roman(tokens, i, language);
}

}  // namespace aloud::shared_rules
