#include "document/markdown/code_languages.h"

#include <algorithm>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kCodeIndent = 4;  // columns that make code (CommonMark 0.31, 4.4)

// The language that a line names and does nothing else, but for options; empty where it is code.
std::string_view language_of(std::string_view line) {
  const std::size_t mark = line.starts_with(":::") ? 3 : line.starts_with("#!") ? 2 : 0;
  if (mark == 0) return {};
  std::string_view rest = line.substr(mark);
  if (mark == 3) rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  std::size_t end = 0;
  while (end < rest.size() && (is_ascii_letter(rest[end]) || is_ascii_digit(rest[end]) ||
                               std::string_view("+#-_.").find(rest[end]) != std::string_view::npos))
    ++end;
  const std::string_view options = rest.substr(end);
  const bool plain = options.find_first_not_of(" \t") == std::string_view::npos;
  const bool named = mark == 3 && options.starts_with(' ') && options.find('=') != std::string_view::npos;
  return plain || named ? rest.substr(0, end) : std::string_view();
}

}  // namespace

Rewrites rewrite_code_languages(const MarkdownScan& scan) {
  using Kind = ScannedLine::Kind;
  LineEdits edits(scan);
  const auto& lines = scan.lines();
  for (std::size_t number = 0; number < lines.size();) {
    if (lines[number].kind != Kind::indented_code) {
      ++number;
      continue;
    }
    const std::size_t first = number;
    std::size_t last = number, backticks = 2;
    for (; number < lines.size() && (lines[number].kind == Kind::indented_code || lines[number].kind == Kind::blank);
         ++number) {
      if (lines[number].kind == Kind::blank) continue;
      last = number;
      std::size_t run = 0;
      for (const char c : scan.content(lines[number])) backticks = std::max(backticks, run = c == '`' ? run + 1 : 0);
    }
    const std::string_view language = language_of(scan.content(lines[first]));
    if (language.empty() || last == first) continue;
    for (std::size_t line = first; line <= last; ++line) edits.dedent(line, kCodeIndent);
    const std::string fence(backticks + 1, '`');
    const std::string closing = "\n" + edits.prefix_at(lines[first].content) + fence;
    edits.replace({lines[first].content, lines[first].range.end}, fence + std::string(language), SilentKind::code_info);
    edits.insert(lines[last].range.end, closing);
  }
  return edits.take();
}

}  // namespace aloud
