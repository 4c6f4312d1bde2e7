#pragma once

#include "language/packs/value.h"
#include "language/spoken_form/recogniser.h"

// The recognisers of languages that are data: each finds a value (or fixed words) at a token, by the pack's notation.
namespace aloud::packs {

Hit electronic(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit abbreviation(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit date(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit telephone(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit clock_time(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit ordinal(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit version(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit fraction(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit quantity(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit roman(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit designator(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit initialism(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit tag(const Tokens& tokens, std::size_t i, const Pack& pack);
Hit symbol(const Tokens& tokens, std::size_t i, const Pack& pack);

/// A hit that says `value` for the tokens [begin, end), and records what it is.
Hit hit_of(const Tokens& tokens, std::size_t begin, std::size_t end, const Value& value, const Pack& pack);

/// The number at token `i`, and the token after it.
struct FoundNumber {
  std::size_t end = 0;  ///< 0: none
  Number number;
};
FoundNumber number_at(const Tokens& tokens, std::size_t i, const Pack& pack);

/// The agreement that the preposition before token `i` asks for; the nominative without one.
Agreement agreement_before(const Tokens& tokens, std::size_t i, const Pack& pack);

/// A noun after a number or a Roman numeral that says what these agree with.
struct NounAfter {
  std::size_t end = 0;  ///< token after it; 0: none
  Agreement agreement;
  std::string words;  ///< what is said for a short form: "века" for "в."; empty: it stays
};

/// The noun at token `at`, behind a number at `begin`, by a section of lines "noun = agreement | preposition agreement | …":
/// the preposition is the word before the number, and words behind an agreement are said for the noun.
NounAfter noun_after(std::string_view section, const Tokens& tokens, std::size_t begin, std::size_t at, const Pack& pack);

/// All of the tokens (first, last) stand without white space before them.
bool is_joined(const Tokens& tokens, std::size_t first, std::size_t last);

/// Before `end`, where a period that also ends the text is left to it.
std::size_t without_last_stop(const Tokens& tokens, std::size_t end);

}  // namespace aloud::packs
