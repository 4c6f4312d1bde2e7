#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Whether `word` is an ordinary word of the language of a BCP 47 tag, or a regular form of one, in any spelling of its case:
/// "clock", "Walked". Rules for letters were made for such words, so they need no lexicon. False for languages without a table
/// (src/language/pronunciation/<language>-ordinary.txt). Any thread may ask.
bool is_ordinary_word(const std::string& language, std::string_view word);

}  // namespace aloud
