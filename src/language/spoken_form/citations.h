#pragma once

#include <string_view>

#include "language/spoken_form/text_edits.h"

namespace aloud {

/// Marks of notes, as encyclopedias and papers put them behind words and sentences: "closed in 1974.[12]", "it rose[3][4]",
/// "works (type 2).10". They are for the eye; each goes with the character before it.
Edits find_citations(std::string_view text);

}  // namespace aloud
