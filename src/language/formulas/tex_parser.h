#pragma once

#include <string_view>

#include "language/formulas/expression.h"

namespace aloud {

/// The expression that TeX source writes, without the dollars around it. Never fails: what is unknown becomes a command by its
/// name, what is not closed ends with the source, what nests deeper than kDeepestFormula is left out. Linear.
Expression parse_tex(std::string_view source);

}  // namespace aloud
