#pragma once

#include <vector>

#include "language/formulas/expression.h"

namespace aloud {

/// Makes fenced expressions of the brackets and bars in a row that stand for each other: of any two kinds for "(0, 1]", of one
/// kind for bars, of which one opens where an operand may begin. What has no partner stays a symbol.
std::vector<Expression> pair_fences(std::vector<Expression> row);

/// Two fences as Expression::text has them.
std::string fence_pair(std::string_view open, std::string_view close);

}  // namespace aloud
