#include <algorithm>
#include <array>

#include "document/document.h"

namespace aloud {
const char* to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list-item";
    case BlockKind::code:
      return "code";
    case BlockKind::table_row:
      return "table-row";
    case BlockKind::html:
      return "html";
    case BlockKind::thematic_break:
      return "thematic-break";
  }
  return "";
}

const char* to_string(SpanKind kind) {
  switch (kind) {
    case SpanKind::emphasis:
      return "emphasis";
    case SpanKind::strong:
      return "strong";
    case SpanKind::strikethrough:
      return "strikethrough";
    case SpanKind::code:
      return "code";
    case SpanKind::link:
      return "link";
    case SpanKind::url:
      return "url";
    case SpanKind::image:
      return "image";
    case SpanKind::footnote_reference:
      return "footnote";
    case SpanKind::line_break:
      return "line-break";
    case SpanKind::badge:
      return "badge";
    case SpanKind::language:
      return "language";
    case SpanKind::citation:
      return "citation";
    case SpanKind::admonition:
      return "admonition";
    case SpanKind::prosody:
      return "prosody";
    case SpanKind::phoneme:
      return "phoneme";
    case SpanKind::voice:
      return "voice";
    case SpanKind::formula:
      return "formula";
  }
  return "";
}

namespace {

std::string quoted(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      result += "\\n";
    } else if (c == '"' || c == '\\') {
      result.append("\\").push_back(c);
    } else if (byte < 0x20 || byte == 0x7F) {
      result.append("\\x").push_back(kDigits[byte >> 4]);
      result.push_back(kDigits[byte & 15]);
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string describe(ByteRange range) { return std::to_string(range.begin) + "-" + std::to_string(range.end); }

std::string describe(const RichText& rich) {
  std::string line = " " + quoted(rich.text.text());
  for (const Span& span : rich.spans) {
    line += std::string(" ") + to_string(span.kind) + "[" + rich.text.text().substr(span.text.begin, span.text.size()) + "]";
    if (!span.target.empty()) line += "(" + span.target + ")";
  }
  return line;
}

std::string context_of(const Block& block) {
  std::string context;
  if (block.level > 0) context += " level=" + std::to_string(block.level);
  if (block.table >= 0) context += " table=" + std::to_string(block.table) + (block.header_row ? " header" : "");
  if (!block.info.empty()) context += " info=" + block.info;
  if (!block.language.empty()) context += " lang=" + block.language;
  if (block.quote_depth > 0) context += " quote=" + std::to_string(block.quote_depth);
  if (block.list_depth > 0) context += " list=" + std::to_string(block.list_depth);
  if (block.ordinal) context += " ordinal=" + std::to_string(*block.ordinal);
  if (block.task) context += block.task->done ? " task=done" : " task=open";
  if (!block.footnote.empty()) context += " footnote=" + block.footnote;
  if (block.matter != Matter::text) context += std::string(" matter=") + to_string(block.matter);
  return context;
}

std::string describe(const Block& block) {
  std::string line = std::string(to_string(block.kind)) + " " + describe(block.source) + context_of(block);
  if (block.kind == BlockKind::thematic_break) return line;
  if (block.kind != BlockKind::table_row) return line + describe(block.content);
  for (const RichText& cell : block.cells) line += " |" + describe(cell);
  return line;
}

std::string describe(const FrontMatter& front_matter) {
  if (front_matter.syntax == FrontMatter::Syntax::none) return {};
  constexpr std::array<const char*, 5> kNames{"", "yaml", "toml", "json", "lines"};
  std::string line = std::string("front-matter ") + kNames[static_cast<std::size_t>(front_matter.syntax)] + ' ';
  line += describe(front_matter.source);
  const auto add = [&line](const char* name, const std::optional<std::string>& value) {
    if (value) line += std::string(" ") + name + "=" + quoted(*value);
  };
  add("title", front_matter.title);
  add("author", front_matter.author);
  add("date", front_matter.date);
  add("language", front_matter.language);
  add("voice", front_matter.voice);
  for (const std::string& key : front_matter.unknown_keys) line += " unknown=" + key;
  return line + "\n";
}

}  // namespace

std::string describe(const Document& document) {
  std::string text = describe(document.front_matter);
  for (const Block& block : document.blocks) text += describe(block) + "\n";
  for (const SilentRange& range : document.silent) {
    const std::string written = document.source.text().substr(range.source.begin, range.source.size());
    text += std::string("silent ") + describe(range.source) + " " + to_string(range.kind) + " " + quoted(written) + "\n";
  }
  for (const Finding& finding : document.findings) {
    const Place place = document.source.place_of(finding.source.begin);
    text += "finding " + finding.code + " " + std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
            finding.message + "\n";
  }
  return text;
}

}  // namespace aloud
