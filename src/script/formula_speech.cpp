#include "script/formula_speech.h"

#include <algorithm>

#include "language/formulas/mathml_parser.h"
#include "language/formulas/tex_parser.h"

namespace aloud {
namespace {

// Words that a listener keeps in mind as one formula; longer ones are what `math = "summarise"` leaves out.
constexpr std::ptrdiff_t kShortFormula = 20;
// Bytes of TeX beyond which a formula is data, and no policy speaks it.
constexpr std::size_t kLongestFormula = 4'000;
constexpr std::size_t kLongestMathml = 20'000;  // which writes the same with five times the bytes

std::size_t lines_of(const Expression& formula) { return formula.is(Expression::Kind::table) ? formula.parts.size() : 1; }

std::ptrdiff_t count_words(std::string_view words) { return std::count(words.begin(), words.end(), ' ') + 1; }

// "x", "n", "10": the same in every language.
bool is_name_or_number(const Expression& formula) {
  return formula.is(Expression::Kind::number) || formula.is(Expression::Kind::identifier);
}

}  // namespace

FormulaSpeech speech_of_formula(std::string_view tex, const ContentOptions& options, const std::string& language) {
  const bool too_long = tex.size() > (tex.starts_with("<math") ? kLongestMathml : kLongestFormula);
  const std::string_view read = tex.substr(0, too_long ? 0 : tex.size());
  const Expression formula = tex.starts_with("<math") ? parse_mathml(read) : parse_tex(read);
  const FormulaSpeech summary = {announce_formula(*options.words, lines_of(formula)), true};
  if (too_long) return summary;
  std::string words = options.formula_words ? options.formula_words(formula, language) : std::string();
  if (words.empty() && is_name_or_number(formula)) words = formula.text;
  const bool long_one = lines_of(formula) > 1 || count_words(words) > kShortFormula;
  if (words.empty() || (options.policy.math == Treatment::summarise && long_one)) return summary;
  return {std::move(words), false};
}

}  // namespace aloud
