#include "language/spoken_form/formulas.h"

#include "language/characters.h"

namespace aloud {

Exponent superscript_at(const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kMostDigits = 6;
  Exponent exponent;
  exponent.minus = tokens.is(i, U'⁻');
  std::size_t at = exponent.minus ? i + 1 : i;
  for (; (at == i || tokens.glued(at)) && exponent.digits.size() < kMostDigits; ++at) {
    const auto digit = superscript_digit(tokens.at(at).mark);
    if (!digit) break;
    exponent.digits += *digit;
  }
  if (!exponent.digits.empty()) exponent.end = at;
  return exponent;
}

Exponent caret_at(const Tokens& tokens, std::size_t i) {
  if (!tokens.is(i, U'^') || !tokens.glued(i) || !tokens.glued(i + 1) || tokens.is_mark(i - 1)) return {};
  const bool minus = tokens.is(i + 1, U'-') || tokens.is(i + 1, U'−');
  const std::size_t at = minus ? i + 2 : i + 1;
  return tokens.is_number(at) ? Exponent{at + 1, minus, std::string(tokens.str(at))} : Exponent();
}

bool follows_base(const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kLongestSymbol = 3;  // bytes
  if (!tokens.glued(i)) return false;
  return tokens.is_number(i - 1) || tokens.is(i - 1, U')') ||
         (tokens.is_word(i - 1) && tokens.str(i - 1).size() <= kLongestSymbol);
}

bool is_operand(const Tokens& tokens, std::size_t i) {
  return tokens.is_number(i) || (tokens.is_word(i) && tokens.str(i).size() == 1);
}

bool is_operator(const Tokens& tokens, std::size_t begin, std::size_t end) {
  if (begin == 0) return tokens.is_number(end) && !tokens.is(begin, U'=') && !tokens.is(begin, U'+');
  if (end >= tokens.size()) return false;
  const bool spaced = tokens.at(begin).spaced && tokens.at(end).spaced;
  const bool glued = tokens.glued(begin) && tokens.glued(end) && !tokens.is_mark(begin - 1) && !tokens.is_mark(end);
  const bool sign = tokens.is(end, U'.') || tokens.is(end, U'-') || tokens.is(end, U'−');
  return spaced || glued || tokens.is_number(end) || (sign && tokens.is_number(end + 1) && tokens.glued(end + 1));
}

}  // namespace aloud
