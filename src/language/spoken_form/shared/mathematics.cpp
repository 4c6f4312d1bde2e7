#include <string>

#include "language/characters.h"
#include "language/spoken_form/formulas.h"
#include "language/spoken_form/shared/units.h"
#include "language/spoken_form/shared/written_number.h"

namespace aloud::shared_rules {
namespace {

std::string power_words(const Exponent& exponent, const Language& language) {
  const Tables& tables = language.tables;
  if (!exponent.minus && exponent.digits == "2") return " " + tables.term("squared");
  if (!exponent.minus && exponent.digits == "3") return " " + tables.term("cubed");
  return " " + tables.term("to the power of") + " " + (exponent.minus ? tables.term("minus") + " " : "") +
         language.grammar.cardinal(exponent.digits);
}

// "²" is squared, "⁻¹" to the power of minus one.
Hit superscript(const Tokens& tokens, std::size_t i, const Language& language) {
  const Exponent exponent = superscript_at(tokens, i);
  if (!exponent) return {};
  const bool note = !exponent.minus && !follows_base(tokens, i);
  return say(tokens, i, exponent.end,
             note ? " " + language.grammar.cardinal(exponent.digits) : power_words(exponent, language));
}

// "^6", "^-6", "^n" after a number or letter.
Hit caret(const Tokens& tokens, std::size_t i, const Language& language) {
  if (const Exponent exponent = caret_at(tokens, i)) return say(tokens, i, exponent.end, power_words(exponent, language));
  const bool variable = tokens.glued(i) && !tokens.is_mark(i - 1) && tokens.glued(i + 1) && tokens.is_word(i + 1);
  if (!variable || tokens.str(i + 1).size() != 1) return {};
  return say(tokens, i, i + 1, " " + language.tables.term("to the power of") + " ");
}

// The "x" of "5 x 10" and "20 cm x 30 cm".
Hit letter_x(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool unit_before = tokens.is_word(i - 1) && tokens.is_number(i - 2) && tokens.at(i).spaced;
  if (!tokens.is(i, "x") || !tokens.is_number(i + 1) || !(tokens.is_number(i - 1) || unit_before)) return {};
  if (tokens.glued(i) != tokens.glued(i + 1)) return {};
  return say(tokens, i, i + 1, language.tables.term(unit_before ? "by" : "times"));
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
  if (superscript_digit(tokens.at(i).mark) || tokens.is(i, U'⁻')) return superscript(tokens, i, language);
  if (tokens.is_range_dash(i) || tokens.is(i, U'*') || tokens.is(i, U'/')) return ascii_operator(tokens, i, language);
  return {};
}

}  // namespace aloud::shared_rules
