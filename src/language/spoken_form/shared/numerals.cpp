#include <string>

#include "language/spoken_form/shared/written_number.h"

namespace aloud::shared_rules {

// Numbers that no other class has taken: years, cardinals in the gender of what they count, decimals.
Hit numeral(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.is_number(i) || !tokens.begins_clean(i)) return {};
  const WrittenNumber number = written_number(tokens, i, language);
  if (tokens.glued(number.end) && tokens.is_word(number.end)) {
    if (tokens.is(number.end, "x") && tokens.ends_clean(number.end + 1) && number.fraction.empty()) {  // "3x"
      return say(
          tokens, i, number.end + 1,
          language.grammar.counting(number.whole, {Gender::feminine, Case::nominative}) + " " + language.tables.term("fold"));
    }
    if (number.end == i + 1) return {};  // "4K" is a designator
    return say(tokens, i, number.end, words_of(number, language), "decimal");
  }
  const Grammar& grammar = language.grammar;
  if (!number.fraction.empty()) return say(tokens, i, number.end, words_of(number, language), "decimal");
  if (number.is_plain(4) && grammar.is_year(tokens, i)) {
    return say(tokens, i, number.end, grammar.year(number.value()), "year");
  }
  const auto gender = number.has_leading_zero() ? std::nullopt : grammar.gender_at(tokens, number.end, language);
  if (gender && number.is_round()) {
    const std::string noun(tokens.str(number.end));
    if (const std::string counted = grammar.of_magnitude(noun); counted != noun) {
      return say(tokens, i, number.end + 1, words_of(number, language) + " " + counted, "cardinal");
    }
  }
  std::string words = gender ? words_of(number, {*gender, grammar.case_at(tokens, i)}, language) : words_of(number, language);
  return say(tokens, i, number.end, std::move(words), "cardinal");
}

}  // namespace aloud::shared_rules
