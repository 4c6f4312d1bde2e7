#pragma once

#include <cstddef>
#include <string>

#include "language/spoken_form/tokens.h"

namespace aloud {

/// A power as written behind its base.
struct Exponent {
  std::size_t end = 0;  ///< token after it; 0 if there is none
  bool minus = false;
  std::string digits;

  explicit operator bool() const { return end != 0; }
};

/// Superscripts at token `i`, six digits of them at the most: "²", "⁻¹".
Exponent superscript_at(const Tokens& tokens, std::size_t i);

/// "^6", "^-6" at token `i`, between a number or word and a number. "^n" is none.
Exponent caret_at(const Tokens& tokens, std::size_t i);

/// Whether a base stands directly before a superscript at `i`: a number, brackets, or letters that can be a variable or unit.
/// After a longer word it is the number of a note.
bool follows_base(const Tokens& tokens, std::size_t i);

/// A number or a variable of one letter.
bool is_operand(const Tokens& tokens, std::size_t i);

/// Whether "<", ">", "=", "+" and the like in [begin, end) say something: between operands, or before a number that they
/// compare at the beginning of a text. Around words, and in "C++", they do not.
bool is_operator(const Tokens& tokens, std::size_t begin, std::size_t end);

}  // namespace aloud
