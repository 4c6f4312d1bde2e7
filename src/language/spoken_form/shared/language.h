#pragma once

#include <string>
#include <string_view>

#include "language/spoken_form/recogniser.h"
#include "language/spoken_form/shared/grammar.h"
#include "language/spoken_form/shared/tables.h"
#include "language/spoken_form/word_list.h"

namespace aloud::shared_rules {

/// Which sign of a number is the decimal one, where the language allows both.
enum class DecimalSign : unsigned char { comma, point };

/// What the recognisers of a language share. They are the same for German, French and Spanish: what differs is in `grammar`
/// and `tables`.
struct Language {
  const Grammar& grammar;
  const Tables& tables;
  DecimalSign decimal_sign = DecimalSign::comma;
};

// One file per class; what each knows is said there.
Hit electronic(const Tokens& tokens, std::size_t i, const Language& language);  // electronic.cpp
Hit phrase(const Tokens& tokens, std::size_t i, const Language& language);      // phrases.cpp
Hit initial(const Tokens& tokens, std::size_t i, const Language& language);
Hit date(const Tokens& tokens, std::size_t i, const Language& language);        // dates.cpp
Hit identifier(const Tokens& tokens, std::size_t i, const Language& language);  // identifiers.cpp
Hit telephone(const Tokens& tokens, std::size_t i, const Language& language);
Hit clock_time(const Tokens& tokens, std::size_t i, const Language& language);   // times.cpp
Hit quantity(const Tokens& tokens, std::size_t i, const Language& language);     // quantities.cpp
Hit fraction(const Tokens& tokens, std::size_t i, const Language& language);     // fractions.cpp
Hit numeral(const Tokens& tokens, std::size_t i, const Language& language);      // numerals.cpp
Hit mathematics(const Tokens& tokens, std::size_t i, const Language& language);  // mathematics.cpp
Hit designator(const Tokens& tokens, std::size_t i, const Language& language);   // letters.cpp
Hit initialism(const Tokens& tokens, std::size_t i, const Language& language);
Hit tag(const Tokens& tokens, std::size_t i, const Language& language);  // symbols.cpp
Hit slash(const Tokens& tokens, std::size_t i, const Language& language);
Hit symbol(const Tokens& tokens, std::size_t i, const Language& language);

/// "2½ h" → "deux heures et demie": a half that is said after the noun or unit, in the words for its gender. End 0 if none.
Hit and_a_half(const Tokens& tokens, std::size_t i, const char* masculine, const char* feminine, const Language& language);
/// A Roman numeral after a noun such as "chapter", and the range that it may begin: "IV", "IV–VI".
Hit numbered_roman(const Tokens& tokens, std::size_t i, const Language& language);

/// Whether `word` is a day of the week, in full, as far as the language writes those with a capital: terms.txt, "weekdays".
inline bool is_capital_weekday(std::string_view word, const Tables& tables) {
  const auto* days = tables.terms.find("weekdays");
  return days != nullptr && is_among(days->front(), word);
}

/// Digits one by one: "007" → "null null sieben".
std::string digit_by_digit(std::string_view digits, const Language& language);
/// Short numbers as such, longer ones and those with a leading zero digit by digit.
std::string designator_digits(std::string_view digits, const Language& language);
/// Letters apart, by their names where the engine would say another: "SNCF" → "S N C F".
std::string spelled_letters(std::string_view letters, const Language& language);

}  // namespace aloud::shared_rules
