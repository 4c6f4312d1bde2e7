#include <string>

#include "language/continental/units.h"
#include "language/continental/written_number.h"

namespace aloud::continental {
namespace {

int superscript_digit(char32_t c) {
  if (c == U'¹') return 1;
  if (c == U'²') return 2;
  if (c == U'³') return 3;
  if (c == U'⁰' || (c >= U'⁴' && c <= U'⁹')) return static_cast<int>(c - U'⁰');
  return -1;
}

std::string power_words(bool minus, std::string_view digits, const Language& language) {
  const Tables& tables = language.tables;
  if (!minus && digits == "2") return " " + tables.term("squared");
  if (!minus && digits == "3") return " " + tables.term("cubed");
  return " " + tables.term("to the power of") + " " + (minus ? tables.term("minus") + " " : "") +
         language.grammar.cardinal(digits);
}

// "²" is squared, "⁻¹" to the power of minus one; after a long word it is the number of a note.
Hit superscript(const Tokens& tokens, std::size_t i, const Language& language) {
  std::size_t at = i;
  const bool minus = tokens.is(at, U'⁻');
  if (minus) ++at;
  std::string digits;
  for (; tokens.is_mark(at) && superscript_digit(tokens.at(at).mark) >= 0 && (at == i || tokens.glued(at)) && digits.size() < 6;
       ++at) {
    digits += static_cast<char>('0' + superscript_digit(tokens.at(at).mark));
  }
  if (digits.empty()) return {};
  const bool base = tokens.glued(i) && (tokens.is_number(i - 1) || tokens.is(i - 1, U')') ||
                                        (tokens.is_word(i - 1) && tokens.str(i - 1).size() <= 3));
  if (!base && !minus) return say(tokens, i, at, " " + language.grammar.cardinal(digits));
  return say(tokens, i, at, power_words(minus, digits, language));
}

// "^6", "^-6", "^n" after a number or letter.
Hit caret(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.glued(i) || !tokens.glued(i + 1) || tokens.is_mark(i - 1)) return {};
  const bool minus = tokens.is(i + 1, U'-') || tokens.is(i + 1, U'−');
  const std::size_t at = minus ? i + 2 : i + 1;
  if (tokens.is_number(at)) return say(tokens, i, at + 1, power_words(minus, tokens.str(at), language));
  const bool letter = tokens.is_word(at) && tokens.str(at).size() == 1 && !minus;
  return letter ? say(tokens, i, at, " " + language.tables.term("to the power of") + " ") : Hit();
}

// The "x" of "5 x 10" and "20 cm x 30 cm".
Hit letter_x(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool unit_before = tokens.is_word(i - 1) && tokens.is_number(i - 2) && tokens.at(i).spaced;
  if (!tokens.is(i, "x") || !tokens.is_number(i + 1) || !(tokens.is_number(i - 1) || unit_before)) return {};
  if (tokens.glued(i) != tokens.glued(i + 1)) return {};
  return say(tokens, i, i + 1, language.tables.term(unit_before ? "by" : "times"));
}

bool is_operand(const Tokens& tokens, std::size_t i) {
  return tokens.is_number(i) || (tokens.is_word(i) && tokens.str(i).size() == 1);
}

// "5 - 3", "2 * 3", "10 / 2": signs that mean something else elsewhere.
Hit ascii_operator(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool spaced = tokens.at(i).spaced && tokens.at(i + 1).spaced;
  const bool glued = tokens.glued(i) && tokens.glued(i + 1);
  if ((!spaced && !glued) || !is_operand(tokens, i - 1) || !is_operand(tokens, i + 1)) return {};
  const bool number = tokens.is_number(i - 1) || tokens.is_number(i + 1);
  const Tables& tables = language.tables;
  if (tokens.is(i, U'*') && number) return say(tokens, i, i + 1, tables.term("times"));
  if (!spaced || !number) return {};
  if (tokens.is_range_dash(i)) return say(tokens, i, i + 1, tables.term("minus"));
  return tokens.is(i, U'/') ? say(tokens, i, i + 1, tables.term("divided by")) : Hit();
}

// "km²", "km/h" without a number before.
Hit lone_unit(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.begins_clean(i) || !tokens.glued(i + 1) || tokens.is_number(i - 1) || tokens.str(i).size() > 3) return {};
  const bool power = tokens.is(i + 1, U'²') || tokens.is(i + 1, U'³');
  if (power && !tokens.str(i).ends_with('m')) return {};  // "a² + b²"
  if (!power && !(tokens.is(i + 1, U'/') && tokens.str(i).size() >= 2 && tokens.lower(i))) return {};
  const Unit unit = unit_at(tokens, i, language);
  if (!unit || unit.end <= (power ? i + 1 : i + 2)) return {};
  return say(tokens, i, unit.end, unit_words(unit, false, Case::nominative, language), "measure");
}

}  // namespace

// Powers, "x" for times, operators that are other marks elsewhere, units without a number.
Hit mathematics(const Tokens& tokens, std::size_t i, const Language& language) {
  if (tokens.is_word(i)) {
    if (Hit hit = letter_x(tokens, i, language)) return hit;
    return lone_unit(tokens, i, language);
  }
  if (tokens.is(i, U'^')) return caret(tokens, i, language);
  if (superscript_digit(tokens.at(i).mark) >= 0 || tokens.is(i, U'⁻')) return superscript(tokens, i, language);
  if (tokens.is_range_dash(i) || tokens.is(i, U'*') || tokens.is(i, U'/')) return ascii_operator(tokens, i, language);
  return {};
}

}  // namespace aloud::continental
