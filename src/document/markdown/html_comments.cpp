#include "document/markdown/html_comments.h"

#include <string_view>

#include "document/html_tag.h"
#include "document/lines.h"

namespace aloud {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->";

bool is_known_to_cmark(std::string_view comment) {
  if (comment.size() < kOpen.size() + kClose.size()) return false;  // "<!-->"
  const std::string_view inside = comment.substr(kOpen.size(), comment.size() - kOpen.size() - kClose.size());
  return !inside.starts_with('>') && !inside.starts_with("->") && !inside.ends_with('-') &&
         inside.find("--") == std::string_view::npos;
}

// There it is a block, which cmark knows.
bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at == 0 || is_line_end(text[at - 1]);
}

}  // namespace

Rewrites rewrite_html_comments(const MarkdownScan& scan) {
  const std::string_view text = scan.text();
  Rewrites rewrites;
  for (const ByteRange& range : scan.code()) {
    if (!text.substr(range.begin, range.size()).starts_with(kOpen) || begins_line(text, range.begin)) continue;
    const std::size_t end = html_tag_end(text, range.begin).value_or(range.end);
    if (end > range.end || is_known_to_cmark(text.substr(range.begin, end - range.begin))) continue;
    const bool between_blanks = is_blank(text[range.begin - 1]) && end < text.size() && is_blank(text[end]);
    rewrites.push_back({{range.begin, end + (between_blanks ? 1 : 0)}, {}, SilentKind::html_comment, std::nullopt});
  }
  return rewrites;
}

}  // namespace aloud
