#pragma once

#include <optional>
#include <string_view>

#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The rule of a language that is a pack (src/language/packs/), for a BCP 47 tag: "it", "pt-BR", "uk". None for others.
std::optional<Rule> pack_rule(std::string_view tag);

}  // namespace aloud
