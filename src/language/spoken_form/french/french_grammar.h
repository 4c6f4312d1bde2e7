#pragma once

#include <string>
#include <string_view>

#include "language/spoken_form/shared/language.h"

namespace aloud::shared_rules {

/// "soixante-dix" or, in Belgium and Switzerland, "septante".
enum class FrenchTens : unsigned char { by_twenties, by_tens };

/// French: "vingt et une pages", "mille neuf cent quatre-vingt-neuf", "le premier mai", "au vingtième siècle", "Louis
/// quatorze".
class FrenchGrammar : public Grammar {
 public:
  /// Keeps a reference to `tables`.
  FrenchGrammar(const Tables& tables, FrenchTens tens) : Grammar(tables), tens_(tens) {}

  std::string cardinal(std::string_view digits) const override;
  std::string counting(std::string_view digits, Agreement agreement) const override;
  std::string fraction(std::uint32_t numerator, std::uint32_t denominator) const override;
  std::string mixed(std::string_view whole, std::uint32_t numerator, std::uint32_t denominator,
                    Agreement agreement) const override;
  std::string half(const Noun& noun) const override;
  std::string date(const CalendarDate& date, const Tokens& tokens, std::size_t i) const override;
  std::string time(const ClockTime& time) const override;
  bool is_singular(std::string_view whole, std::string_view fraction) const override;
  Noun powered(const Noun& unit, std::uint32_t power) const override;
  std::string of_magnitude(const std::string& noun) const override;
  std::optional<Gender> gender_at(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit ordinal(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit roman(const Tokens& tokens, std::size_t i, const Language& language) const override;
  Hit special(const Tokens& tokens, std::size_t i, const Language& language) const override;

  /// "premier", "première" for feminine, "vingt et unième".
  std::string ordinal_words(std::string_view digits, Gender gender) const;

 private:
  std::string below_hundred(std::uint32_t value) const;
  std::string below_thousand(std::uint32_t value, bool last) const;

  FrenchTens tens_;
};

}  // namespace aloud::shared_rules
