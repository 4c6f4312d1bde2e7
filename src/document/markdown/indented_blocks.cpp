#include <algorithm>
#include <optional>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/mkdocs.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kBodyIndent = 4;  // columns; Python-Markdown's tab_length

// What opens a block: where its kind and title stand, as offsets in the text.
struct Head {
  std::string_view kind;           // empty for a tab
  std::optional<ByteRange> title;  // may be empty: then nothing is to be said
};

bool is_word(std::string_view text) {
  return !text.empty() && is_ascii_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
  });
}

class BlockRewriter {
 public:
  explicit BlockRewriter(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), edits_(scan) {}

  Rewrites run() {
    const auto& lines = scan_.lines();
    for (std::size_t number = 0; number < lines.size();) {
      const std::optional<Head> head = lines[number].kind == ScannedLine::Kind::text ? head_of(number) : std::nullopt;
      const std::size_t end = head ? end_of_body(number) : number + 1;
      if (head && (end > number + 1 || (head->title && !head->title->empty()))) rewrite(number, end, *head);
      number = end;
    }
    return edits_.take();
  }

 private:
  std::optional<Head> head_of(std::size_t number) const {
    const ScannedLine& line = scan_.lines()[number];
    const std::string_view content = scan_.content(line);
    const std::string_view mark = content.substr(0, 3);
    if (mark != "!!!" && mark != "???" && mark != "===") return std::nullopt;
    const bool tab = mark == "===";
    std::size_t at = 3;
    if (at < content.size() && (content[at] == '+' || (tab && content[at] == '!'))) ++at;
    if (at == content.size() || !is_blank(content[at])) return std::nullopt;
    Head head;
    ByteRange rest = trim(text_, {line.content + at, line.range.end});
    const std::size_t quote = text_.substr(0, rest.end).find('"', rest.begin);
    if (quote != std::string_view::npos) {
      const std::size_t close = text_.substr(0, rest.end).rfind('"');
      if (close <= quote) return std::nullopt;
      head.title = trim(text_, {quote + 1, close});
      rest.end = quote;
    }
    if (tab) return head.title && trim(text_, rest).empty() ? std::optional(head) : std::nullopt;
    const std::string_view words = text_.substr(rest.begin, rest.size());
    head.kind = words.substr(0, std::min(words.find_first_of(" \t"), words.size()));
    if (!is_word(head.kind) && !(head.kind.empty() && head.title)) return std::nullopt;
    return head;
  }

  // How many quotes a line stands in.
  std::size_t quotes_of(const ScannedLine& line) const {
    const std::string_view before = text_.substr(line.range.begin, line.content - line.range.begin);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '>'));
  }

  // The number of the line behind the body; that behind the head if there is none.
  std::size_t end_of_body(std::size_t head) const {
    const auto& lines = scan_.lines();
    const std::size_t quotes = quotes_of(lines[head]), indent = lines[head].indent + kBodyIndent;
    std::size_t end = head + 1;
    for (std::size_t number = head + 1; number < lines.size(); ++number) {
      const bool blank = scan_.content(lines[number]).empty();
      if (!blank && (lines[number].indent < indent || quotes_of(lines[number]) != quotes)) break;
      if (!blank) end = number + 1;
    }
    return end;
  }

  void rewrite(std::size_t head, std::size_t end, const Head& found) {
    const ScannedLine& line = scan_.lines()[head];
    const ByteRange range = {line.content, line.range.end};
    if (found.title && found.title->empty()) {
      edits_.remove(range, SilentKind::markup);
    } else {
      edits_.announce(range, found.kind, found.title, SilentKind::markup);
    }
    for (std::size_t number = head + 1; number < end; ++number) edits_.dedent(number, kBodyIndent);
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits edits_;
};

}  // namespace

Rewrites rewrite_indented_blocks(const MarkdownScan& scan) { return BlockRewriter(scan).run(); }

}  // namespace aloud
