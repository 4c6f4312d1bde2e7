#pragma once

#include <string>
#include <string_view>

#include "language/spoken_form/engine_spelling.h"
#include "language/spoken_form/shared/language.h"

namespace aloud::shared_rules {

/// German: "dreiundzwanzig", "neunzehnhundertneunundachtzig", "am dritten Oktober", "Heinrich der Achte". Long numbers have a
/// space after "tausend" if asked to.
class GermanGrammar : public Grammar {
 public:
  GermanGrammar(const Tables& tables, GermanThousands thousands) : Grammar(tables), thousands_(thousands) {}

  std::string cardinal(std::string_view digits) const override;
  std::string counting(std::string_view digits, Agreement agreement) const override;
  std::string year(std::uint32_t value) const override;
  std::string decimals(std::string_view digits) const override;
  std::string fraction(std::uint32_t numerator, std::uint32_t denominator) const override;
  std::string mixed(std::string_view whole, std::uint32_t numerator, std::uint32_t denominator,
                    Agreement agreement) const override;
  std::string half(const Noun& noun) const override;
  const Tables& tables() const { return tables_; }
  std::string date(const CalendarDate& date, const Tokens& tokens, std::size_t i) const override;
  std::string time(const ClockTime& time) const override;
  std::string inflected(const Noun& noun, bool singular, Case grammatical_case) const override;
  Noun powered(const Noun& unit, std::uint32_t power) const override;
  std::string of_magnitude(const std::string& noun) const override { return noun; }
  Case case_at(const Tokens& tokens, std::size_t i) const override;
  std::optional<Gender> gender_at(const Tokens& tokens, std::size_t i, const Language& language) const override;
  bool is_year(const Tokens& tokens, std::size_t i) const override;
  Hit ordinal(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit roman(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit special(const Tokens& tokens, std::size_t i, const Language& language) const override;

  /// The gender of a noun by the tables or its ending; none if neither tells.
  std::optional<Gender> gender_of(std::string_view noun) const;
  /// Of the noun at token `i`, which may be an abbreviation of the table ("Aufl.").
  std::optional<Gender> gender_of_noun(const Tokens& tokens, std::size_t i) const;

  /// "dritt", "achtzehnt": an ordinal without its ending. Digits are ASCII.
  std::string ordinal_stem(std::string_view digits) const;

 private:
  std::string open_cardinal(std::string_view digits) const;

  GermanThousands thousands_;
};

/// The ending of an ordinal before token `noun`, from the words before token `i`: "e", "en", "er", "es", "em".
std::string german_ordinal_ending(const Tokens& tokens, std::size_t i, std::size_t noun, const GermanGrammar& grammar);

}  // namespace aloud::shared_rules
