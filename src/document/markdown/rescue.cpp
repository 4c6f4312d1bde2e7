#include "document/markdown/rescue.h"

#include <algorithm>

#include "document/ledger.h"
#include "document/lines.h"
#include "document/markdown/link.h"

namespace aloud {
namespace {

void silence(Document& document, ByteRange source, SilentKind kind) {
  if (!source.empty()) document.silent.push_back({source, kind});
}

void rescue(Document& document, ByteRange gap) {
  const std::string_view text = document.source.text();
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

}  // namespace

void rescue_unclaimed(Document& document, std::size_t body_begin) {
  const std::string_view text = document.source.text();
  settle_silent(document);
  for (ByteRange gap : unclaimed(document, {body_begin, text.size()})) {
    while (!gap.empty() && has_alphanumeric(text, gap)) {
      const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n\v\f>", gap.begin), gap.end);
      if (begin > gap.begin) silence(document, trim(text, {gap.begin, begin}), SilentKind::markup);
      const std::string_view rest = text.substr(begin, gap.end - begin);
      const auto definition = reference_definition_end(rest, 0);
      gap.begin = begin + definition.value_or(0);
      if (!definition) break;
      silence(document, trim(text, {begin, gap.begin}), SilentKind::reference_definition);
    }
    if (has_alphanumeric(text, gap)) {
      rescue(document, gap);
    } else {
      silence(document, gap, SilentKind::markup);
    }
  }
}

}  // namespace aloud
