#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aloud {

/// `text` as one line of valid UTF-8: white space folded to single spaces and trimmed, control characters gone, broken bytes
/// as U+FFFD. For formats in which a line end or a control character would mean something.
std::string plain_line(std::string_view text);

/// A plain line of at most `columns` columns of a terminal, the last of them "…" where something was cut.
std::string excerpt(std::string_view text, std::size_t columns);

/// `text` with U+2060 WORD JOINER, which is invisible and has no width, after each of `marks`, and inside each "-->": so that
/// formats without escapes cannot take text for their own syntax.
std::string defuse(std::string_view text, std::string_view marks);

/// Where to cut `text` so that the part before takes at most `columns` columns (but is never empty unless `text` is):
/// on a character as a reader sees it, so never before a combining mark or a joiner.
std::size_t cut_at_width(std::string_view text, std::size_t columns);

}  // namespace aloud
