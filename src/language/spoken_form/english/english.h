#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/spoken_form/english/numbers.h"
#include "language/spoken_form/english/tables.h"
#include "language/spoken_form/recogniser.h"
#include "language/spoken_form/word_list.h"

namespace aloud::english {

/// Which English is read, and what it knows by heart.
struct English {
  Dialect dialect = Dialect::american;
  const Tables& tables;
};

// One file per class; what each knows is said there.
Hit electronic(const Tokens& tokens, std::size_t i, const English& english);    // electronic.cpp
Hit fixed_phrase(const Tokens& tokens, std::size_t i, const English& english);  // fixed_phrases.cpp
Hit abbreviation(const Tokens& tokens, std::size_t i, const English& english);  // abbreviations.cpp
Hit dotted_letters(const Tokens& tokens, std::size_t i, const English& english);
Hit initial(const Tokens& tokens, std::size_t i, const English& english);
Hit identifier(const Tokens& tokens, std::size_t i, const English& english);  // identifiers.cpp
Hit telephone(const Tokens& tokens, std::size_t i, const English& english);
Hit address(const Tokens& tokens, std::size_t i, const English& english);
Hit state(const Tokens& tokens, std::size_t i, const English& english);              // states.cpp
Hit date(const Tokens& tokens, std::size_t i, const English& english);               // dates.cpp
Hit clock_time(const Tokens& tokens, std::size_t i, const English& english);         // times.cpp
Hit old_money(const Tokens& tokens, std::size_t i, const English& english);          // old_money.cpp
Hit quantity(const Tokens& tokens, std::size_t i, const English& english);           // quantities.cpp
Hit fraction_or_ratio(const Tokens& tokens, std::size_t i, const English& english);  // fractions.cpp
Hit dimensions(const Tokens& tokens, std::size_t i, const English& english);         // mathematics.cpp
Hit mathematics(const Tokens& tokens, std::size_t i, const English& english);        // mathematics.cpp
Hit numeral(const Tokens& tokens, std::size_t i, const English& english);            // numerals.cpp
Hit roman_numeral(const Tokens& tokens, std::size_t i, const English& english);      // roman.cpp
Hit designator(const Tokens& tokens, std::size_t i, const English& english);         // letters.cpp
Hit initialism(const Tokens& tokens, std::size_t i, const English& english);
Hit tag(const Tokens& tokens, std::size_t i, const English& english);  // symbols.cpp
Hit censored(const Tokens& tokens, std::size_t i, const English& english);
Hit slashed_pair(const Tokens& tokens, std::size_t i, const English& english);  // slashes.cpp
Hit slash(const Tokens& tokens, std::size_t i, const English& english);
Hit symbol(const Tokens& tokens, std::size_t i, const English& english);

inline bool is_ordinal_ending(std::string_view word) { return is_among("st nd rd th", word); }
/// Whether a word begins as the short names of the months do: "Oct", "October".
inline bool begins_as_month(std::string_view word) {
  return is_among("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", word.substr(0, 3));
}
/// Whether token `i` is a noun in the plural, as far as its ending tells (numerals.cpp).
bool is_plural_noun(const Tokens& tokens, std::size_t i, const English& english);
/// Whether "the" stands before token `i`.
inline bool after_article(const Tokens& tokens, std::size_t i) { return tokens.is(i - 1, "the") || tokens.is(i - 1, "The"); }

/// What an emoji is called: by the table, else by its Unicode name; empty if it has none.
std::string emoji_name(std::string_view emoji, const Tables& tables);

}  // namespace aloud::english
