#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/spoken_form/shared/language.h"
#include "language/spoken_form/written_number.h"

namespace aloud::shared_rules {

/// The number at token `i`: "1.234,5", "1 234,5", "1'234.50", "3,14".
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
Magnitude magnitude_at(const Tokens& tokens, std::size_t i, Counted counted, const Language& language);

/// The parts "one | many | m, f or n" of a table's line.
Noun noun_of(const std::vector<std::string>& parts);

}  // namespace aloud::shared_rules
