#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// The offset just after the line end (LF, CR LF or CR) that follows `from`, or text.size().
std::size_t next_line(std::string_view text, std::size_t from);

/// The offset of the line end that follows `from`, or text.size().
std::size_t line_end(std::string_view text, std::size_t from);

/// Where each line begins; a text that ends in a line end has no empty line after it. {0} for an empty text.
std::vector<std::size_t> find_line_begins(std::string_view text);

/// `range` without ASCII white space at either end.
ByteRange trim(std::string_view text, ByteRange range);

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace aloud
