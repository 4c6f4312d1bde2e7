#pragma once

#include <string_view>

#include "language/formulas/expression.h"

namespace aloud {

/// The argument of mhchem's \ce as a Kind::chemistry row: letters of elements one by one as identifiers (capitals), numbers,
/// charges, and arrows as symbols; states ("aq") as texts. Linear.
Expression parse_chemistry(std::string_view source);

}  // namespace aloud
