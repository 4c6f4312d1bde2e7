#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/english/numbers.h"
#include "language/tokens.h"

namespace aloud::english {

/// A number as written: "1,234.5", "1 000 000", ".5", "1,000".
struct WrittenNumber {
  std::size_t end = 0;   ///< token after it; 0 if there is none
  std::string whole;     ///< digits without separators; empty in ".5"
  std::string fraction;  ///< digits after the point, empty without one
  bool grouped = false;  ///< with separators between thousands

  explicit operator bool() const { return end != 0; }
  bool is_one() const { return whole == "1" && fraction.empty(); }
  /// No separators, no point, and this many digits.
  bool plain(std::size_t digits) const { return !grouped && fraction.empty() && whole.size() == digits; }
  std::uint32_t value() const;  ///< of the whole part, at most 999'999'999
  std::string words(Dialect dialect) const;
};

WrittenNumber written_number(const Tokens& tokens, std::size_t i);

/// "million", "bn", "M" and the like from token `i` on.
struct Magnitude {
  std::size_t end = 0;
  std::string_view words;
};

/// The magnitude at token `i`. Short forms ("m", "bn") count only if `money` or when they cannot be anything else.
enum class Counted : unsigned char { money, other };
std::optional<Magnitude> magnitude_at(const Tokens& tokens, std::size_t i, Counted counted);

/// A four-digit number that may be a year, or read in pairs, say 1100 to 2099.
bool looks_like_year(const WrittenNumber& number);

/// Spells letters apart: "FBI" → "F B I".
std::string spelled_letters(std::string_view letters);

/// Letters and digits one by one: "1A" → "one A".
std::string spelled_characters(std::string_view characters);

/// Digits of designators: "19" → "nineteen", "380" → "three eighty", "007" → "zero zero seven", "1040" → "ten forty".
std::string designator_digits(std::string_view digits, Dialect dialect);

}  // namespace aloud::english
