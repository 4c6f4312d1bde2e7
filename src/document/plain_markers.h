#pragma once

#include <optional>
#include <string_view>

#include "document/plain_lines.h"
#include "util/byte_range.h"

namespace aloud {

/// What begins an item of a list.
struct ListMarker {
  ByteRange range;             ///< in the text that the line is of
  std::optional<int> ordinal;  ///< its number
};

/// "- ", "* ", "• ", "1. " or "1) " at the start of a line of `text`; an RFC's indented "o  ".
std::optional<ListMarker> list_marker(std::string_view text, const PlainLine& line);

/// Whether a line begins with "(a) ", "iv) " or "(2) ": what a reader says with the item, so it stays in its text.
bool is_labelled(std::string_view line);

/// Whether a word, or a range of numbers, is cut by a hyphen between two lines: "well-", "known".
bool hyphen_joins(std::string_view line, std::string_view next);

/// Whether a pause is heard after a line anyway. Requires: it is not empty.
bool ends_in_punctuation(std::string_view line);

}  // namespace aloud
