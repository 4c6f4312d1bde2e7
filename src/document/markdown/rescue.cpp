#include "document/markdown/rescue.h"

#include <algorithm>

#include "document/ledger.h"
#include "document/lines.h"
#include "document/markdown/content.h"
#include "document/markdown/link.h"

namespace aloud {
namespace {

void silence(Document& document, ByteRange source, SilentKind kind) {
  if (!source.empty()) document.silent.push_back({source, kind});
}

// What a gap of a text shows is read as it is written.
void rescue(Document& document, std::string_view text, ByteRange gap) {
  const auto is_bar = [](char c) { return c == '|' || is_blank(c); };  // around the cells that a table has no column for
  const ByteRange all = gap;
  while (is_bar(text[gap.begin])) ++gap.begin;
  while (is_bar(text[gap.end - 1])) --gap.end;
  silence(document, trim(text, {all.begin, gap.begin}), SilentKind::markup);
  silence(document, trim(text, {gap.end, all.end}), SilentKind::markup);
  document.findings.push_back({"unplaced-text", gap, "text that Markdown does not show; read as it is written"});
  Block block;
  block.source = gap;
  for (std::size_t at = gap.begin; at < gap.end; at = next_line(text, at)) {
    const ByteRange line = trim(text, {at, std::min(line_end(text, at), gap.end)});
    if (!block.content.text.empty() && !line.empty()) block.content.text.append(" ", {line.begin, line.begin}, Mapping::whole);
    block.content.text.append_linear(text.substr(line.begin, line.size()), line.begin);
  }
  document.blocks.push_back(std::move(block));
}

void settle(Document& document, std::string_view text, ByteRange gap) {
  gap = trim(text, gap);
  has_alphanumeric(text, gap) ? rescue(document, text, gap) : silence(document, gap, SilentKind::markup);
}

std::size_t behind_quote_marks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && (is_blank(text[at]) || text[at] == '>')) ++at;
  return at;
}

// The lines from `begin` on up to a blank one, as a definition may go over them; without the marks of quotes around it.
Content paragraph_from(std::string_view text, std::size_t begin, ByteRange gap, bool quoted) {
  Content content;
  for (std::size_t at = begin; at < gap.end; at = next_line(text, at)) {
    const std::size_t end = std::min(next_line(text, at), gap.end);
    const std::size_t inside = quoted && at > begin ? behind_quote_marks(text, at, end) : at;
    if (trim(text, {inside, end}).empty()) break;
    content.append(text.substr(inside, end - inside), inside);
  }
  return content;
}

// Where definitions that begin at `begin`, one behind the other, end; `begin` if there is none.
std::size_t definitions_end(Document& document, std::string_view text, std::size_t begin, ByteRange gap, bool quoted) {
  const Content paragraph = paragraph_from(text, begin, gap, quoted);
  std::size_t at = 0;
  while (const auto end = reference_definition_end(paragraph.text(), at)) {
    if (*end == at) break;
    silence(document, trim(text, {paragraph.source_of(at), paragraph.source_of(*end - 1) + 1}),
            SilentKind::reference_definition);
    at = *end;
  }
  return at == 0 ? begin : paragraph.source_of(at - 1) + 1;
}

// Definitions stand at the beginning of a paragraph: of the gap itself, or behind what is left of the block before (the marks
// that close it, a fence, a rule). What lies between them is settled.
void settle_gap(Document& document, std::string_view text, ByteRange gap) {
  std::size_t settled = gap.begin;
  bool may_begin = true;  // not within a paragraph that began otherwise
  for (std::size_t at = gap.begin; at < gap.end;) {
    const std::size_t line = next_line(text.substr(0, gap.end), at);  // no further: there may be many gaps in a line
    const std::size_t begin = behind_quote_marks(text, at, line);
    if (begin == line || is_line_end(text[begin])) may_begin = true;
    if (may_begin && begin < line && text[begin] == '[') {
      const bool quoted = text.substr(at, begin - at).find('>') != std::string_view::npos;
      const std::size_t end = definitions_end(document, text, begin, gap, quoted);
      may_begin = end > begin;
      if (may_begin) {
        settle(document, text, {settled, begin});
        settled = at = end;
        continue;
      }
    }
    at = line;
  }
  settle(document, text, {settled, gap.end});
}

}  // namespace

void rescue_unclaimed(Document& document, std::string_view text, std::size_t body_begin) {
  settle_silent(document);
  for (const ByteRange gap : unclaimed(document, text, {body_begin, text.size()})) settle_gap(document, text, gap);
}

}  // namespace aloud
