#pragma once

#include <string>
#include <string_view>

#include "language/formulas/expression.h"
#include "language/formulas/verbaliser.h"

namespace aloud {

/// Whether formulas can be put into words of a language (a BCP 47 tag).
bool has_formula_words(std::string_view language);

/// A formula in words, with commas where a listener needs a pause. Numbers and quantities are what `say_plain` makes of them.
/// Requires: has_formula_words(language).
std::string formula_words(const Expression& formula, std::string_view language, const SayPlain& say_plain);

}  // namespace aloud
