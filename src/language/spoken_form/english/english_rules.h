#pragma once

#include <string_view>

#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The rule that reads English numbers, dates, money, measures, abbreviations and signs out, as a careful reader would: in the
/// British way where the BCP 47 tag names a region that does, else in the American. Its edits carry the names of the classes
/// that made them ("date", "money", …).
Rule english_rule(std::string_view language);

/// Reads emoji out that are joined of several ("woman technologist"), flags of regions and keys. Stands before the common
/// rules, which take the joiners away.
Rule emoji_sequence_rule();

}  // namespace aloud
