#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/markdown/content.h"
#include "util/byte_range.h"

namespace aloud {

/// The cells of a table row: the ranges of `row` between unescaped "|", trimmed. (GitHub Flavored Markdown, "Tables".)
std::vector<ByteRange> split_table_row(std::string_view row);

/// Whether `row` is the line under a table's header: dashes, colons, pipes and blanks, for `columns` columns.
bool is_delimiter_row(std::string_view row, std::size_t columns);

/// Appends a range of the source as the table extension hands it to the inline parser: "\|" reads "|".
void append_unescaping_pipes(Content& content, std::string_view text, ByteRange range);

}  // namespace aloud
