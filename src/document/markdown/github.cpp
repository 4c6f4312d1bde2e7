#include "document/markdown/github.h"

#include <algorithm>
#include <optional>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "util/ascii.h"

namespace aloud {
namespace {

bool is_quoted(const MarkdownScan& scan, const ScannedLine& line) {
  return scan.text().substr(line.range.begin, line.content - line.range.begin).find('>') != std::string_view::npos;
}

// "NOTE", "warning", "my-kind"; of Obsidian's "tip|wide" the first part.
ByteRange kind_in(std::string_view text, ByteRange inside) {
  const std::size_t bar = text.substr(0, inside.end).find('|', inside.begin);
  const ByteRange kind{inside.begin, std::min(bar, inside.end)};
  const std::string_view word = text.substr(kind.begin, kind.size());
  const bool fits = std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_letter(c) || c == '-' || c == '_'; });
  return fits ? kind : ByteRange{};
}

}  // namespace

Rewrites rewrite_github_alerts(const MarkdownScan& scan) {
  LineEdits edits(scan);
  for (const ScannedLine& line : scan.lines()) {
    const std::string_view content = scan.content(line);
    if (line.kind != ScannedLine::Kind::text || !content.starts_with("[!") || !is_quoted(scan, line)) continue;
    const std::size_t close = content.find(']');
    if (close == std::string_view::npos) continue;
    const ByteRange kind = kind_in(scan.text(), {line.content + 2, line.content + close});
    std::size_t behind = line.content + close + 1;
    if (behind < line.range.end && (scan.text()[behind] == '-' || scan.text()[behind] == '+')) ++behind;  // folded
    const bool parted = behind == line.range.end || is_blank(scan.text()[behind]) || scan.text()[behind] == '\\';
    if (kind.empty() || !parted) continue;
    const ByteRange title = trim(scan.text(), {behind, line.range.end});
    const bool titled = !title.empty() && scan.text().substr(title.begin, title.size()) != "\\";
    edits.announce({line.content, line.range.end}, scan.text().substr(kind.begin, kind.size()),
                   titled ? std::optional(title) : std::nullopt, SilentKind::markup);
  }
  return edits.take();
}

}  // namespace aloud
