#include "document/html_table.h"

#include <algorithm>
#include <utility>

namespace aloud {
namespace {

/// Bounds the empty cells that spans make; wider rows are read, without names behind this column.
constexpr std::size_t kMostColumns = 64;

}  // namespace

void HtmlRows::begin_row(const std::string& language) {
  row_ = {};
  row_.kind = BlockKind::table_row;
  row_.language = language;
  in_row_ = all_names_ = true;
}

void HtmlRows::begin_cell(const HtmlTag& tag) {
  in_cell_ = true;
  all_names_ = all_names_ && tag.name == "th";
  columns_ = tag.columns;
  rows_ = tag.rows;
}

// Cells go where those from the rows above leave room; a cell over several columns leaves the others empty.
void HtmlRows::end_cell(RichText text) {
  in_cell_ = false;
  while (row_.cells.size() < reaching_down_.size() && reaching_down_[row_.cells.size()] > 0) {
    --reaching_down_[row_.cells.size()];
    row_.cells.emplace_back();
  }
  add_cell(std::move(text), rows_);
  for (std::size_t i = 1; i < columns_ && row_.cells.size() < kMostColumns; ++i) add_cell({}, rows_);
}

void HtmlRows::add_cell(RichText text, std::size_t rows) {
  const std::size_t column = row_.cells.size();
  if (column < kMostColumns) {
    reaching_down_.resize(std::max(reaching_down_.size(), column + 1));
    reaching_down_[column] = rows - 1;
  }
  row_.cells.push_back(std::move(text));
}

HtmlPart HtmlRows::end_row() {
  in_row_ = false;
  for (std::size_t column = row_.cells.size(); column < reaching_down_.size(); ++column) {
    if (reaching_down_[column] > 0) --reaching_down_[column];
  }
  const bool empty = std::all_of(row_.cells.begin(), row_.cells.end(), [](const RichText& cell) { return cell.text.empty(); });
  if (empty) row_.cells.clear();
  row_.header_row = all_names_ && !empty;
  return std::exchange(row_, {});
}

std::vector<HtmlPart> HtmlRows::dissolve() {
  in_row_ = false;
  std::vector<HtmlPart> parts;
  for (RichText& cell : row_.cells) {
    if (cell.text.empty()) continue;
    HtmlPart part;
    part.text = std::move(cell);
    part.language = row_.language;
    parts.push_back(std::move(part));
  }
  row_ = {};
  return parts;
}

}  // namespace aloud
