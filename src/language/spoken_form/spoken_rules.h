#pragma once

#include <vector>

#include "language/spoken_form/engine_spelling.h"
#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The rules that hold for every language: they change how a text is written, not what it says, to forms that the engine
/// reads well and does not crash on. In the order in which they are tried.
std::vector<Rule> common_rules(const EngineSpelling& spelling);

}  // namespace aloud
