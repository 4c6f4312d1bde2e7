#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/spoken_form/digits.h"
#include "language/spoken_form/tokens.h"

namespace aloud {

/// A number as written: "1,234.5", "1 234,5", "1'234.50", ".5". Which marks stand between its digits is the language's affair.
struct WrittenNumber {
  std::size_t end = 0;   ///< token after it; 0 if there is none
  std::string whole;     ///< digits without separators; empty in ".5"
  std::string fraction;  ///< digits after the decimal sign, empty without one
  bool grouped = false;  ///< with separators between thousands
  bool point = false;    ///< the decimal sign is a point where the language writes a comma: "Version 3.1"

  explicit operator bool() const { return end != 0; }
  /// No separators, no decimals, and as many digits.
  bool is_plain(std::size_t digits) const { return is_plain(digits, digits); }
  bool is_plain(std::size_t least, std::size_t most) const {
    return !grouped && fraction.empty() && whole.size() >= least && whole.size() <= most;
  }
  bool is_one() const { return whole == "1" && fraction.empty(); }
  /// Whole millions, which count with "de" in French and Spanish: "dix millions de mètres".
  bool is_round() const { return fraction.empty() && whole.size() > 6 && whole.ends_with("000000"); }
  /// Four digits that may be a year, or be said in pairs.
  bool looks_like_year() const { return is_plain(4) && value() >= 1000 && value() <= 2099; }
  /// "007", which is no count.
  bool has_leading_zero() const { return whole.size() > 1 && whole.front() == '0'; }
  std::uint32_t value() const { return value_of(whole); }  ///< of the whole part, at most 999'999'999
};

/// What is said before a number.
struct Signs {
  std::size_t end = 0;  ///< token after them
  bool minus = false, plus = false, about = false;
};

/// The signs at token `i`, which stand directly before what follows them. One of the marks in `about` says that a number is
/// not exact. A minus or plus is one at the beginning of a word, after an opening mark, and after a sign that compares; else it
/// is a dash or an operator.
Signs signs_at(const Tokens& tokens, std::size_t i, std::u32string_view about);

/// What a number counts: short signs of magnitude ("m", "k") stand with money, and are units or letters elsewhere.
enum class Counted : unsigned char { money, other };

}  // namespace aloud
