#include "document/plain_columns.h"

#include <algorithm>

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kGap = 2, kWideGap = 4;  // blanks between columns; between the two of a page's head

// The cells of a line: what gaps of `gap` blanks or a tab part.
std::vector<std::string_view> cells_by_gaps(std::string_view line, std::size_t gap) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin < line.size();) {
    std::size_t end = begin, next = line.size();
    for (; end < line.size(); ++end) {
      if (line[end] != ' ' && line[end] != '\t') continue;
      next = std::min(line.find_first_not_of(" \t", end), line.size());
      if (next - end >= gap || line.substr(end, next - end).find('\t') != kNone) break;
      end = next - 1;
    }
    cells.push_back(line.substr(begin, end - begin));
    begin = end < line.size() ? next : line.size();
  }
  return cells;
}

bool is_dashes(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  return line.size() >= kShortest && (line.find_first_not_of("- \t") == kNone || line.find_first_not_of("= \t") == kNone);
}

}  // namespace

bool names_columns(std::string_view line) {
  return cells_by_gaps(line, kGap + 1).size() >= 2 || cells_by_gaps(line, kGap).size() >= 3;
}

std::optional<DrawnTable> aligned_table(const std::vector<std::string_view>& lines) {
  std::size_t first = !lines.empty() && is_dashes(lines.front()) ? 1 : 0;
  if (lines.size() < first + 3 || !names_columns(lines[first]) || !is_dashes(lines[first + 1])) return std::nullopt;
  const std::size_t columns = cells_by_gaps(lines[first], kGap).size();
  DrawnTable table;
  table.header = true;
  std::size_t parted = 0;  // rows of several cells: prose below a wide heading has none
  for (; first < lines.size(); ++first) {
    if (is_dashes(lines[first])) continue;
    const std::vector<std::string_view> cells = cells_by_gaps(lines[first], kGap);
    if (cells.size() > columns) return std::nullopt;
    parted += cells.size() > 1 ? 1U : 0U;
    DrawnRow row{std::vector<std::vector<std::string_view>>(columns)};
    for (std::size_t i = 0; i < cells.size(); ++i) row.cells[i].push_back(cells[i]);
    table.rows.push_back(std::move(row));
  }
  return parted < 2 ? std::nullopt : std::optional(std::move(table));
}

bool stands_in_two_columns(const std::vector<std::string_view>& lines) {
  std::size_t parted = 0;
  for (const std::string_view line : lines) {
    const std::size_t cells = cells_by_gaps(line, kWideGap).size();
    if (cells > 2) return false;
    parted += cells == 2 ? 1U : 0U;
  }
  return parted >= 2 && parted * 2 >= lines.size();
}

std::size_t wide_gap(std::string_view line) {
  const std::vector<std::string_view> cells = cells_by_gaps(line, kWideGap);
  return cells.size() == 2 ? cells[0].size() : kNone;
}

}  // namespace aloud
