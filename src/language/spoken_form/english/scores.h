#pragma once

#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"

namespace aloud::english {

/// What two whole numbers with a dash between them are: "5–10 apples", "won 3-2", "Figure 5-12".
enum class Sides : unsigned char { range, score, label, none };

/// Requires: the first number stands at token `i`, a dash after it and the second number after that, neither with separators
/// or decimals.
Sides sides_of(const Tokens& tokens, std::size_t i, const WrittenNumber& first, const WrittenNumber& second,
               const English& english);

/// "three two", "forty five to thirty", "three nil" in British English.
std::string score_words(const WrittenNumber& first, const WrittenNumber& second, Dialect dialect);

}  // namespace aloud::english
