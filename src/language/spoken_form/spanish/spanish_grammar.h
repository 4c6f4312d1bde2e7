#pragma once

#include <string>
#include <string_view>

#include "language/spoken_form/shared/language.h"

namespace aloud::shared_rules {

/// Spanish: "veintiuna páginas", "doscientas libras", "mil novecientos ochenta y nueve", "primero de mayo", "Felipe segundo".
class SpanishGrammar : public Grammar {
 public:
  using Grammar::Grammar;

  std::string cardinal(std::string_view digits) const override;
  std::string counting(std::string_view digits, Agreement agreement) const override;
  std::string fraction(std::uint32_t numerator, std::uint32_t denominator) const override;
  std::string mixed(std::string_view whole, std::uint32_t numerator, std::uint32_t denominator,
                    Agreement agreement) const override;
  std::string half(const Noun& noun) const override;
  std::string date(const CalendarDate& date, const Tokens& tokens, std::size_t i) const override;
  std::string time(const ClockTime& time) const override;
  Noun powered(const Noun& unit, std::uint32_t power) const override;
  std::string of_magnitude(const std::string& noun) const override { return "de " + noun; }
  std::optional<Gender> gender_at(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit ordinal(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit roman(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit special(const Tokens& tokens, std::size_t i, const Language& language) const override;

  /// The gender of a noun, in either number, by the tables or its ending.
  Gender gender_of(std::string_view noun) const;

 private:
  Hit parts(const Tokens& tokens, std::size_t i) const;
  Hit terse_date(const Tokens& tokens, std::size_t i, const Language& language) const;
};

/// An ordinal whole ("primero") or cut before a masculine noun ("primer").
enum class OrdinalForm : unsigned char { whole, cut };
/// Above 999,999 a cardinal stands in.
std::string spanish_ordinal(std::uint32_t value, Gender gender, OrdinalForm form);

}  // namespace aloud::shared_rules
