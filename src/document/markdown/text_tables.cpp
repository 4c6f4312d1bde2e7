#include <algorithm>
#include <string>
#include <vector>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/pandoc.h"

namespace aloud {
namespace {

using Kind = ScannedLine::Kind;

bool is_text(const MarkdownScan& scan, std::size_t number) {
  return number < scan.lines().size() && scan.lines()[number].kind == Kind::text;
}

std::string_view content(const MarkdownScan& scan, std::size_t number) {
  return number < scan.lines().size() ? scan.content(scan.lines()[number]) : std::string_view();
}

std::string delimiter_row(std::size_t columns) {
  std::string row = "|";
  for (std::size_t i = 0; i < columns; ++i) row += "---|";
  return row;
}

void erase_line(const MarkdownScan& scan, std::size_t number, LineEdits& list) {
  const ScannedLine& line = scan.lines()[number];
  list.remove({line.range.begin, next_line(scan.text(), line.range.end)});
}

// ---- grid tables: "+---+---+" ----
bool is_border(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t");
  return line.size() > 2 && line[0] == '+' && end != std::string_view::npos && end > 1 && line[end] == '+' &&
         line.find_first_not_of("+-=: \t") == std::string_view::npos && line.find_first_of("-=") != std::string_view::npos;
}

// Returns the line behind the table at `number`; `number` where there is none.
std::size_t grid_table(const MarkdownScan& scan, std::size_t number, LineEdits& list) {
  if (!is_text(scan, number) || !is_border(content(scan, number)) || !content(scan, number + 1).starts_with('|')) return number;
  const std::string_view first = content(scan, number);
  const auto columns = static_cast<std::size_t>(std::count(first.begin(), first.end(), '+')) - 1;
  erase_line(scan, number, list);
  bool delimited = false;
  std::size_t line = number + 1;
  for (; is_text(scan, line) && (content(scan, line)[0] == '|' || is_border(content(scan, line))); ++line) {
    if (content(scan, line)[0] == '|') continue;
    if (delimited) {
      erase_line(scan, line, list);
    } else {
      list.replace({scan.lines()[line].content, scan.lines()[line].range.end}, delimiter_row(columns));
      delimited = true;
    }
  }
  return line;
}

// ---- simple tables: columns over a line of dashes ----
// Where the columns begin by a line of dashes, in characters; fewer than two: it is none.
std::vector<std::size_t> columns_of(std::string_view line) {
  std::vector<std::size_t> begins;
  if (line.find_first_not_of("- ") != std::string_view::npos || line.size() < 5) return begins;
  for (std::size_t at = line.find('-'); at != std::string_view::npos; at = line.find('-', at)) {
    begins.push_back(at);
    at = std::min(line.find(' ', at), line.size());
    if (at - begins.back() < 2) return {};
  }
  return begins;
}

// Puts "|" before each column of a row; a word that reaches over a border belongs to the column that it begins in.
void part_columns(std::string_view text, const ScannedLine& line, const std::vector<std::size_t>& begins, LineEdits& list) {
  list.replace({line.range.begin, line.content}, "| ");
  std::size_t character = 0;
  auto next = begins.begin() + 1;
  for (std::size_t at = line.range.begin; at < line.range.end && next != begins.end(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (character++ < *next) continue;
    if (at > line.content && !is_blank(text[at]) && !is_blank(text[at - 1])) continue;
    if (at > line.content) list.insert(at, "| ");
    ++next;
  }
}

std::size_t simple_table(const MarkdownScan& scan, std::size_t number, LineEdits& list) {
  const auto& lines = scan.lines();
  const auto whole = [&](std::size_t at) { return scan.text().substr(lines[at].range.begin, lines[at].range.size()); };
  const bool starts = number == 0 || lines[number - 1].kind == Kind::blank;
  if (!starts || !is_text(scan, number) || !is_text(scan, number + 1) || !is_text(scan, number + 2)) return number;
  const std::vector<std::size_t> begins = columns_of(whole(number + 1));
  if (begins.size() < 2 || columns_of(whole(number)).size() > 1) return number;
  part_columns(scan.text(), lines[number], begins, list);
  list.replace(lines[number + 1].range, delimiter_row(begins.size()));
  std::size_t row = number + 2;
  for (; is_text(scan, row) && columns_of(whole(row)).empty(); ++row) part_columns(scan.text(), lines[row], begins, list);
  if (is_text(scan, row)) erase_line(scan, row++, list);
  return row;
}

}  // namespace

Rewrites rewrite_text_tables(const MarkdownScan& scan) {
  LineEdits list(scan);
  for (std::size_t number = 0; number < scan.lines().size();) {
    std::size_t end = grid_table(scan, number, list);
    if (end == number) end = simple_table(scan, number, list);
    number = std::max(end, number + 1);
  }
  return list.take();
}

}  // namespace aloud
