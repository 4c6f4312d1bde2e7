#include "document/markdown/github.h"

#include "document/lines.h"
#include "document/markdown/line_edits.h"

namespace aloud {

Rewrites rewrite_github_alerts(const MarkdownScan& scan) {
  LineEdits edits(scan);
  for (const ScannedLine& line : scan.lines()) {
    const std::string_view content = scan.content(line);
    if (line.kind != ScannedLine::Kind::text || !content.starts_with("[!") || line.content == line.range.begin) continue;
    const std::size_t close = content.find(']');
    if (close == std::string_view::npos || content.find_first_not_of(" \t\\", close + 1) != std::string_view::npos) continue;
    const std::string_view kind = content.substr(2, close - 2);
    const bool quoted =
        scan.text().substr(line.range.begin, line.content - line.range.begin).find('>') != std::string_view::npos;
    if (!quoted || !is_admonition_kind(kind)) continue;
    edits.announce({line.content, line.range.end}, kind, std::nullopt, SilentKind::markup);
  }
  return edits.take();
}

}  // namespace aloud
