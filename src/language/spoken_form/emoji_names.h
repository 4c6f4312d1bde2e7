#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The text of src/language/spoken_form/tables/emoji/<language>.txt, empty if there is none. Generated.
std::string_view emoji_table_text(std::string_view language);

/// Says emoji of 2018 and later by their names in the language of that subtag ("de", "nb"), since the engine passes over them;
/// those that it knows are left to it. None for a language without a table, and for English, which has its own rules.
std::optional<Rule> emoji_name_rule(const std::string& language);

}  // namespace aloud
