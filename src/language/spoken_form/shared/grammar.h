#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "language/spoken_form/digits.h"
#include "language/spoken_form/recogniser.h"
#include "language/spoken_form/shared/tables.h"

namespace aloud::shared_rules {

struct Language;

enum class Gender : unsigned char { masculine, feminine, neuter };
/// Only German tells them apart.
enum class Case : unsigned char { nominative, accusative, dative, genitive };

/// What a number before a noun agrees with.
struct Agreement {
  Gender gender = Gender::masculine;
  Case grammatical_case = Case::nominative;
};

/// Something that is counted: "Stunde", "Stunden", feminine.
struct Noun {
  std::string one, many;
  Gender gender = Gender::masculine;
  bool agrees = true;  ///< else the number is said as if it stood alone: "uno por ciento"
};

/// How one side of a time is heard.
struct ClockTime {
  std::uint32_t hour = 0, minute = 0;
  bool hour_named = false;  ///< the text says "Uhr", "h" or the like
};

/// A date of numbers alone; a year of 0 was not written.
struct CalendarDate {
  std::uint32_t year = 0, month = 1, day = 1;
};

/// The number grammar of a language: all that the recognisers of `shared/` cannot read from its tables. Digits are
/// ASCII; leading zeros do not count. What is said is lower-case but for nouns of German. Where languages agree, what most of
/// them do is done here.
class Grammar {
 public:
  /// Keeps a reference to `tables`.
  explicit Grammar(const Tables& tables) : tables_(tables) {}
  virtual ~Grammar() = default;

  /// A number that stands alone: "eins", "vingt et un", "veintiuno".
  virtual std::string cardinal(std::string_view digits) const = 0;
  /// A number before a noun: "eine", "vingt et une", "veintiuna", "doscientas".
  virtual std::string counting(std::string_view digits, Agreement agreement) const = 0;
  virtual std::string year(std::uint32_t value) const { return cardinal(std::to_string(value)); }
  /// The digits after a decimal comma. Here as people group them: up to three as one number ("quatorze", "zéro cinq"), more in
  /// pairs.
  virtual std::string decimals(std::string_view digits) const;
  /// Requires: 0 < numerator, 1 < denominator.
  virtual std::string fraction(std::uint32_t numerator, std::uint32_t denominator) const = 0;
  /// "zwei drei Viertel", "deux et trois quarts"; what is counted has that gender.
  virtual std::string mixed(std::string_view whole, std::uint32_t numerator, std::uint32_t denominator,
                            Agreement agreement) const = 0;
  /// "ein halber Liter", "une demi-heure", "medio kilo".
  virtual std::string half(const Noun& noun) const = 0;
  virtual std::string date(const CalendarDate& date, const Tokens& tokens, std::size_t i) const = 0;
  virtual std::string time(const ClockTime& time) const = 0;

  /// Whether the noun after a number is singular.
  virtual bool is_singular(std::string_view whole, std::string_view fraction) const {
    return fraction.empty() && without_zeros(whole) == "1";
  }
  /// A noun in its form after a number in that case.
  virtual std::string inflected(const Noun& noun, bool singular, Case /*grammatical_case*/) const {
    return singular ? noun.one : noun.many;
  }
  /// Square and cubic units: power 2 or 3.
  virtual Noun powered(const Noun& unit, std::uint32_t power) const = 0;
  /// What a magnitude counts: "Euro", "d’euros", "de euros".
  virtual std::string of_magnitude(const std::string& noun) const = 0;
  /// The case that the words before token `i` ask for.
  virtual Case case_at(const Tokens& /*tokens*/, std::size_t /*i*/) const { return Case::nominative; }
  /// The gender of the noun that a number before token `i` counts; none if there is no noun.
  virtual std::optional<Gender> gender_at(const Tokens& tokens, std::size_t i, const Language& language) const = 0;
  /// Whether a number of four digits at `i` is said as a year.
  virtual bool is_year(const Tokens& /*tokens*/, std::size_t /*i*/) const { return false; }

  /// The language's own recognisers: ordinals, Roman numerals, numbers with endings.
  virtual Hit ordinal(const Tokens& tokens, std::size_t i, const Language& language) const = 0;
  virtual Hit roman(const Tokens& tokens, std::size_t i, const Language& language) const = 0;
  virtual Hit special(const Tokens& tokens, std::size_t i, const Language& language) const = 0;

 protected:
  const Tables& tables_;
};

}  // namespace aloud::shared_rules
