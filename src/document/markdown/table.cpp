#include "document/markdown/table.h"

#include <algorithm>

#include "document/lines.h"

namespace aloud {

std::vector<ByteRange> split_table_row(std::string_view row) {
  ByteRange rest = trim(row, {0, row.size()});
  if (!rest.empty() && row[rest.begin] == '|') ++rest.begin;
  std::vector<ByteRange> cells;
  while (!rest.empty()) {
    std::size_t end = rest.begin;
    while (end < rest.end && (row[end] != '|' || (end > rest.begin && row[end - 1] == '\\'))) ++end;
    cells.push_back(trim(row, {rest.begin, end}));
    rest.begin = std::min(end + 1, rest.end);
  }
  return cells;
}

bool is_delimiter_row(std::string_view row, std::size_t columns) {
  if (row.find_first_not_of(" \t\v\f\r\n|:-") != std::string_view::npos) return false;
  const std::vector<ByteRange> cells = split_table_row(row);
  if (cells.size() != columns) return false;
  for (const ByteRange& cell : cells) {
    if (row.substr(cell.begin, cell.size()).find('-') == std::string_view::npos) return false;
  }
  return true;
}

void append_unescaping_pipes(Content& content, std::string_view text, ByteRange range) {
  std::size_t begin = range.begin;
  for (std::size_t at = range.begin; at + 1 < range.end; ++at) {
    if (text[at] != '\\' || text[at + 1] != '|') continue;
    content.append(text.substr(begin, at - begin), begin);
    begin = ++at;
  }
  content.append(text.substr(begin, range.end - begin), begin);
}

}  // namespace aloud
