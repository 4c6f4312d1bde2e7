#pragma once

#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// The words of `text`: maximal stretches between white space (and between scripts written without spaces, ICU's word
/// boundaries), trimmed of surrounding punctuation but keeping what is inside ("don't", "3.5", "e-mail"). A stretch with no
/// letter, digit or symbol that is spoken (a lone dash) is no word. In order, disjoint, on code points.
std::vector<ByteRange> find_words(std::string_view text);

/// Whether anything in `text` could be heard: a letter, digit, or symbol such as "%", "€" or an emoji.
bool is_speakable(std::string_view text);

}  // namespace aloud
