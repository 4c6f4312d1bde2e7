#pragma once

#include <string_view>

#include "language/formulas/expression.h"

namespace aloud {

/// The expression that presentation MathML writes: a <math> element, or what stands in one. Unknown elements are rows of their
/// content, attributes count where they decide (mfenced, menclose, intent is ignored), <annotation> is left out. Never fails:
/// what is not closed ends with the source, what nests deeper than kDeepestFormula is left out. Linear.
Expression parse_mathml(std::string_view source);

}  // namespace aloud
