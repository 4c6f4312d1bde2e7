#include <string>

#include "language/spoken_form/german/german_grammar.h"
#include "language/spoken_form/shared/units.h"
#include "language/spoken_form/shared/written_number.h"
#include "language/spoken_form/word_list.h"

namespace aloud::shared_rules {
namespace {

// A number that is the first part of a word: "ein", never "eins".
std::string first_part(const WrittenNumber& number, const Grammar& grammar) {
  return number.whole == "1" ? "ein" : grammar.cardinal(number.whole);
}

// "Lindenstr.", and "Jh." in the genitive: "des 19. Jh.".
Hit cut_word(const Tokens& tokens, std::size_t i) {
  if (!tokens.is(i + 1, U'.') || !tokens.glued(i + 1) || !tokens.begins_clean(i)) return {};
  const std::string_view word = tokens.str(i);
  const std::size_t end = i + 2 >= tokens.size() ? i + 1 : i + 2;  // the period that also ends the text stays
  if (is_among("Jh Jhd Jhdt", word) && tokens.is(i - 3, "des")) return say(tokens, i, end, "Jahrhunderts", "abbreviation");
  if (word.size() < 5 || !(word.ends_with("str") || word.ends_with("Str"))) return {};
  return say(tokens, i, end, std::string(word.substr(0, word.size() - 1)) + "raße", "abbreviation");
}

// "1990er", "3fach", "16jährig", "2te".
Hit with_ending(const Tokens& tokens, std::size_t i, const WrittenNumber& number, const GermanGrammar& grammar) {
  const std::size_t end = number.end;
  const std::string ending(tokens.str(end));
  if (!tokens.ends_clean(end + 1)) return {};
  if (is_among("er ern ers", ending)) {
    return say(tokens, i, end + 1,
               (number.looks_like_year() ? grammar.year(number.value()) : first_part(number, grammar)) + ending, "decade");
  }
  if (is_among("te ten ter tes", ending)) {
    return say(tokens, i, end + 1, grammar.ordinal_stem(number.whole) + ending.substr(1), "ordinal");
  }
  const bool part = ending.starts_with("fach") || ending.starts_with("mal") || ending.starts_with("jährig");
  return part ? say(tokens, i, end + 1, first_part(number, grammar) + ending, "compound") : Hit();
}

// "16-jährig", "3-mal", "16-Jähriger" are one word; "5-Zimmer-Wohnung" and "5-km-Lauf" keep their hyphens.
Hit hyphenated(const Tokens& tokens, std::size_t i, const WrittenNumber& number, const Language& language) {
  const std::size_t next = number.end + 1;
  const std::string words = first_part(number, language.grammar), word(tokens.str(next));
  if (tokens.is(next + 1, U'-') && tokens.glued(next + 1)) {
    if (const Unit unit = unit_at(tokens, next, language); unit.end == next + 1) {
      const bool many = unit.noun.gender == Gender::feminine;  // "24-Stunden-Dienst", "5-Meter-Brett"
      return say(tokens, i, next + 1, words + "-" + (many ? unit.noun.many : unit.noun.one), "compound");
    }
  }
  if (word.size() < 3 || number.value() >= 1000) return {};
  if (tokens.lower(next)) return say(tokens, i, next + 1, words + word, "compound");
  if (word.starts_with("Jährig")) return say(tokens, i, next + 1, words + "j" + word.substr(1), "compound");
  return say(tokens, i, number.end, words, "compound");
}

}  // namespace

// Numbers that are part of a word: "1990er", "16-jährig", "100%ig"; "1 Uhr"; words cut short: "Lindenstr.".
Hit GermanGrammar::special(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (tokens.is_word(i)) return cut_word(tokens, i);
  if (!tokens.is_number(i) || !tokens.begins_clean(i) || (!tokens.at(i).spaced && tokens.is(i - 1, U','))) return {};
  const WrittenNumber number = written_number(tokens, i, language);
  const std::size_t end = number.end;
  if (!number.fraction.empty()) return {};
  if (tokens.is(end, "Uhr") && tokens.at(end).spaced && number.whole == "1") return say(tokens, i, end, "ein", "time");
  if (!tokens.glued(end)) return {};
  if (tokens.is_word(end)) return with_ending(tokens, i, number, *this);
  if (!tokens.glued(end + 1) || !tokens.is_word(end + 1)) return {};
  if (tokens.is(end, U'%') && is_among("ig ige igen iger iges igem", tokens.str(end + 1))) {
    return say(tokens, i, end + 2, first_part(number, *this) + "prozent" + std::string(tokens.str(end + 1)), "percentage");
  }
  return tokens.is(end, U'-') && tokens.at(i).spaced ? hyphenated(tokens, i, number, language) : Hit();
}

}  // namespace aloud::shared_rules
