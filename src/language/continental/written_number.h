#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/continental/language.h"

namespace aloud::continental {

/// A number as written: "1.234,5", "1 234,5", "1'234.50", "3,14".
struct WrittenNumber {
  std::size_t end = 0;   ///< token after it; 0 if there is none
  std::string whole;     ///< digits without separators
  std::string fraction;  ///< digits after the decimal sign, empty without one
  bool grouped = false;  ///< with separators between thousands
  bool point = false;    ///< the decimal sign is a point where the language writes a comma: "Version 3.1"

  explicit operator bool() const { return end != 0; }
  bool is_plain(std::size_t least, std::size_t most) const {
    return !grouped && fraction.empty() && whole.size() >= least && whole.size() <= most;
  }
  /// Whole millions, which count with "de" in French and Spanish: "dix millions de mètres".
  bool is_round() const { return fraction.empty() && whole.size() > 6 && whole.ends_with("000000"); }
  std::uint32_t value() const;  ///< of the whole part, at most 999'999'999
};

WrittenNumber written_number(const Tokens& tokens, std::size_t i, const Language& language);

/// A number that stands alone.
std::string words_of(const WrittenNumber& number, const Language& language);
/// A number before a noun.
std::string words_of(const WrittenNumber& number, Agreement agreement, const Language& language);

/// "Mio.", "Md", "millones": what a number is multiplied with. `end` 0 if there is none.
struct Magnitude {
  std::size_t end = 0;
  Noun noun;

  explicit operator bool() const { return end != 0; }
};

/// The magnitude at token `i`. Signs of one letter count only for money.
enum class Counted : unsigned char { money, other };
Magnitude magnitude_at(const Tokens& tokens, std::size_t i, Counted counted, const Language& language);

/// The parts "one | many | m, f or n" of a table's line.
Noun noun_of(const std::vector<std::string>& parts);

}  // namespace aloud::continental
