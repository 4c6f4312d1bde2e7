#pragma once

#include <optional>
#include <string_view>

#include "language/spoken_form/engine_spelling.h"
#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The rule that reads the numbers, dates, money, measures, abbreviations and signs of German, French or Spanish out, for a
/// BCP 47 tag; none for another language. Its edits carry the names of the classes that made them ("date", "money", …).
std::optional<Rule> shared_rule(std::string_view language, const EngineSpelling& spelling);

}  // namespace aloud
