#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// What is said for a kind of admonition as it is written ("note", "warning", "see-also"): its word in `language` (a primary
/// subtag), or where the table has none the kind itself, as a word that begins a sentence.
std::string admonition_word(std::string_view language, std::string_view kind);

}  // namespace aloud
