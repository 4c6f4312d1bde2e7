#include "document/markdown/mdx_evidence.h"

#include <algorithm>
#include <array>

#include "document/lines.h"

namespace aloud {
namespace {

// What follows "export " in a module.
constexpr std::array<std::string_view, 9> kExported{"const ", "let ",   "var ",  "default ",  "function ",
                                                    "async ", "class ", "type ", "interface "};

std::string_view behind(std::string_view text, std::string_view word) {
  return text.starts_with(word) ? text.substr(word.size()) : std::string_view();
}

bool ends_like_path(std::string_view line) {
  while (!line.empty() && (line.back() == ';' || is_blank(line.back()))) line.remove_suffix(1);
  return line.ends_with('\'') || line.ends_with('"');
}

// `import x from 'y'` and `import 'y'` on one line; a `{` may go on over lines.
bool begins_import(std::string_view line) {
  const std::string_view rest = behind(line, "import ");
  if (rest.empty()) return false;
  if (rest[0] == '\'' || rest[0] == '"') return ends_like_path(rest);
  if (rest[0] == '{' && rest.find('}') == std::string_view::npos) return true;
  return rest.find(" from ") != std::string_view::npos && ends_like_path(rest);
}

bool begins_export(std::string_view line) {
  const std::string_view rest = behind(line, "export ");
  if (rest.empty()) return false;
  if (rest[0] == '{' || rest.starts_with("* from "))
    return line.find(" from ") != std::string_view::npos || rest.back() == '}' || rest.ends_with("};");
  const bool declares =
      std::any_of(kExported.begin(), kExported.end(), [&](std::string_view word) { return rest.starts_with(word); });
  return declares && line.find_first_of("={(") != std::string_view::npos;
}

}  // namespace

std::size_t mdx_module_end(std::string_view text, std::size_t at, JsxScanner& jsx) {
  std::size_t end = line_end(text, at);
  const std::string_view line = text.substr(at, end - at);
  const bool import = begins_import(line);
  if (!import && !begins_export(line)) return at;
  for (std::size_t i = at; (i = text.substr(0, end).find_first_of("{([", i)) < end;) {
    const auto close = jsx.bracket_end(i);
    if (!close) break;
    i = *close;
    end = std::max(end, line_end(text, i));
  }
  // Lines that go on with what was exported: a chain of calls, a template.
  while (!import) {
    const std::size_t next = next_line(text, end);
    const std::size_t content = std::min(text.find_first_not_of(" \t", next), text.size());
    if (content >= text.size() || (text[content] != '.' && text[content] != '}' && text[content] != ')')) break;
    end = line_end(text, content);
  }
  return end;
}

MdxEvidence mdx_evidence(const MarkdownScan& scan) {
  MdxEvidence evidence = MdxEvidence::none;
  JsxScanner jsx(scan.text());
  for (const ScannedLine& line : scan.lines()) {
    if (line.kind != ScannedLine::Kind::text) continue;
    const std::string_view content = scan.content(line);
    if (begins_import(content) || begins_export(content) || content.starts_with("{/*")) return MdxEvidence::module;
    if (!content.starts_with('<')) continue;
    const auto tag = jsx.tag_at(line.content);
    if (tag && tag->has_expression) return MdxEvidence::module;
    if (tag && tag->is_component() && (tag->self_closing || tag->closing || !tag->attributes.empty()))
      evidence = MdxEvidence::components;
  }
  return evidence;
}

}  // namespace aloud
