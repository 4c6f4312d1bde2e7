#pragma once

#include "language/english/numbers.h"
#include "language/text_edits.h"

namespace aloud {

/// The rule that reads English numbers, dates, money, measures, abbreviations and signs out, as a careful reader would.
/// Its edits carry the names of the classes that made them ("date", "money", …).
Rule english_rule(Dialect dialect);

/// Reads emoji out that are joined of several ("woman technologist"), flags of regions and keys. Stands before the common
/// rules, which take the joiners away.
Rule emoji_sequence_rule();

/// The dialect that a BCP 47 tag asks for: British for en-GB and its like, American for "en" and en-US.
Dialect dialect_of(std::string_view language);

}  // namespace aloud
