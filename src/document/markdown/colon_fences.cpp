#include "document/markdown/colon_fences.h"

#include <algorithm>
#include <optional>

#include "document/lines.h"
#include "document/markdown/tag_attributes.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kColons = 3;

/// A line that opens a container; its parts as ranges of the text, empty where they lack.
struct Opening {
  ByteRange kind;
  ByteRange title;
};

ByteRange range_of(std::string_view part, std::string_view text) {
  if (part.empty()) return {};
  const auto begin = static_cast<std::size_t>(part.data() - text.data());
  return {begin, begin + part.size()};
}

bool is_kind_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_'; }

// "callout-note" is Quarto's name for a note.
std::string_view kind_of_class(std::string_view name) {
  constexpr std::string_view kCallout = "callout-";
  return name.starts_with(kCallout) ? name.substr(kCallout.size()) : name;
}

// "{.callout-tip title="Mind"}": Pandoc's attributes.
Opening opening_of_attributes(ByteRange list, std::string_view text) {
  std::string_view kind;
  const std::vector<TagAttribute> words = tag_attributes(text, {list.begin + 1, list.end - 1});
  for (const TagAttribute& word : words) {
    const std::string_view written = text.substr(word.value.begin, word.value.size());
    if (!word.key.empty() || !written.starts_with('.') || !kind.empty()) continue;
    if (is_admonition_kind(kind_of_class(written.substr(1)))) kind = kind_of_class(written.substr(1));
  }
  const TagAttribute* title = kind.empty() ? nullptr : find_attribute(words, "title");
  return {range_of(kind, text), title == nullptr ? ByteRange{} : title->value};
}

// What follows the colons of a line that opens a container; `closed`: whether any line closes one.
std::optional<Opening> opening_of(std::string_view text, ByteRange rest, bool closed) {
  while (rest.end > rest.begin && text[rest.end - 1] == ':') --rest.end;  // "::: warning :::"
  rest = trim(text, rest);
  if (rest.empty()) return std::nullopt;
  if (text[rest.begin] == '{') {
    if (attribute_list_end(text, rest.begin, BareWords::no) != rest.end) return std::nullopt;
    return opening_of_attributes(rest, text);
  }
  ByteRange kind{rest.begin, rest.begin};
  while (kind.end < rest.end && is_kind_character(text[kind.end])) ++kind.end;
  if (kind.empty()) return std::nullopt;
  ByteRange title{kind.end, rest.end};
  const std::size_t brace = text.substr(0, rest.end).find('{', kind.end);
  ByteRange attributes;
  if (brace < rest.end && (brace == kind.end || text[brace - 1] == ' ' || text[brace - 1] == ']') &&
      text[rest.end - 1] == '}') {
    attributes = {brace + 1, rest.end - 1};
    title.end = brace;
  }
  if (!title.empty() && text[title.begin] == '[') {
    const std::size_t close = text.substr(title.begin, title.size()).rfind(']');
    if (close == std::string_view::npos) return std::nullopt;
    title = {title.begin + 1, title.begin + close};
  } else if (!title.empty() && !is_blank(text[title.begin])) {
    return std::nullopt;  // ":::note:", a kind that goes on
  }
  title = trim(text, title);
  const std::vector<TagAttribute> words = tag_attributes(text, attributes);
  const TagAttribute* named = title.empty() ? find_attribute(words, "title") : nullptr;
  if (named != nullptr) title = named->value;
  const bool known = is_admonition_kind(kind_of_class(text.substr(kind.begin, kind.size())));
  if (!known && !closed) return std::nullopt;
  if (!known) kind = {};
  return Opening{kind, title};
}

bool is_heading(std::string_view content) { return content.starts_with('#'); }

// Quarto: a heading that comes first in a callout is its title.
bool heading_follows(const MarkdownScan& scan, std::size_t number) {
  const auto& lines = scan.lines();
  while (++number < lines.size() && lines[number].kind == ScannedLine::Kind::blank) {
  }
  return number < lines.size() && lines[number].kind == ScannedLine::Kind::text && is_heading(scan.content(lines[number]));
}

bool is_closing(std::string_view content) {
  const std::size_t colons = count_fence_colons(content);
  return colons > 0 && content.find_first_not_of(" \t", colons) == std::string_view::npos;
}

bool may_hold_fences(const ScannedLine& line) {
  return line.kind == ScannedLine::Kind::text || line.kind == ScannedLine::Kind::indented_code;
}

}  // namespace

void open_admonition(const MarkdownScan& scan, ByteRange opening, ByteRange kind, ByteRange title, LineEdits& list) {
  const std::string_view word = scan.text().substr(kind.begin, kind.size());
  if (!title.empty()) return list.announce(opening, word, title, SilentKind::markup);
  if (!kind.empty()) return list.announce(opening, word, std::nullopt, SilentKind::markup);
  list.remove(opening, SilentKind::markup);
}

std::size_t count_fence_colons(std::string_view content) {
  const std::size_t colons = std::min(content.find_first_not_of(':'), content.size());
  return colons >= kColons ? colons : 0;
}

Rewrites rewrite_colon_fences(const MarkdownScan& scan) {
  LineEdits list(scan);
  const auto& lines = scan.lines();
  const bool closed = std::any_of(lines.begin(), lines.end(), [&](const ScannedLine& line) {
    return may_hold_fences(line) && is_closing(scan.content(line));
  });
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const ScannedLine& line = lines[number];
    const std::string_view content = scan.content(line);
    const std::size_t colons = may_hold_fences(line) ? count_fence_colons(content) : 0;
    if (colons == 0) continue;
    const ByteRange whole{line.content, line.range.end};
    if (is_closing(content)) {
      list.remove(whole);
    } else if (auto opening = opening_of(scan.text(), {line.content + colons, line.range.end}, closed)) {
      if (opening->title.empty() && heading_follows(scan, number)) opening->kind = {};
      open_admonition(scan, whole, opening->kind, opening->title, list);
    }
  }
  return list.take();
}

}  // namespace aloud
