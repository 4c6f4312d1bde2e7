#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/spoken_form/english/numbers.h"
#include "language/spoken_form/tokens.h"
#include "language/spoken_form/written_number.h"

namespace aloud::english {

/// The number at token `i`: "1,234.5", "1 000 000", ".5", and beside money "12,50".
WrittenNumber written_number(const Tokens& tokens, std::size_t i);

std::string words_of(const WrittenNumber& number, Dialect dialect);

/// "million", "bn", "M" and the like from token `i` on.
struct Magnitude {
  std::size_t end = 0;
  std::string_view words;
};

/// The magnitude at token `i`. Short forms ("m", "bn") count only for money or when they cannot be anything else.
std::optional<Magnitude> magnitude_at(const Tokens& tokens, std::size_t i, Counted counted);

/// Spells letters apart: "FBI" → "F B I".
std::string spelled_letters(std::string_view letters);

/// Letters and digits one by one: "1A" → "one A".
std::string spelled_characters(std::string_view characters);

/// Digits of designators: "19" → "nineteen", "380" → "three eighty", "007" → "zero zero seven", "1040" → "ten forty".
std::string designator_digits(std::string_view digits, Dialect dialect);

}  // namespace aloud::english
