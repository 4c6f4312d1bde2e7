#include "document/epub/tags.h"

#include <algorithm>

#include "document/html_text.h"
#include "util/ascii.h"
#include "util/white_space.h"

namespace aloud {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_name(char c) { return !is_space(c) && c != '=' && c != '>' && c != '/' && c != '<' && c != '"' && c != '\''; }

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto entity = text[at] == '&' ? entity_at(text, at) : std::nullopt;
    if (entity) {
      plain += entity->text;
      at += std::max<std::size_t>(entity->size, 1);
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

}  // namespace

std::string readable(std::string_view text) { return fold_white_space(decoded(text)); }

std::string MarkupTag::attribute(std::string_view wanted) const {
  std::size_t at = 1;
  while (at < text.size() && is_name(text[at])) ++at;
  while (at < text.size()) {
    while (at < text.size() && !is_name(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_name(text[at])) ++at;
    const std::string key = ascii_lower(text.substr(begin, at - begin));
    while (at < text.size() && is_space(text[at])) ++at;
    if (at >= text.size() || text[at] != '=') continue;
    ++at;
    while (at < text.size() && is_space(text[at])) ++at;
    const char quote = at < text.size() && (text[at] == '"' || text[at] == '\'') ? text[at++] : '\0';
    std::size_t end = at;
    while (end < text.size() && (quote != '\0' ? text[end] != quote : !is_space(text[end]) && text[end] != '>')) ++end;
    if (key == wanted) return decoded(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
  }
  return {};
}

// A "<" within quotes ends the tag, so that no part of the text is looked at twice.
std::size_t TagScanner::end_of(std::size_t at) const {
  const std::string_view rest = text_.substr(at);
  const auto after = [&](std::string_view mark, std::size_t from) {
    const std::size_t found = text_.find(mark, at + from);
    return found == kNone ? text_.size() : found + mark.size();
  };
  if (rest.starts_with("<!--")) return after("-->", 4);
  if (rest.starts_with("<![CDATA[")) return after("]]>", 9);
  if (rest.starts_with("<?")) return after("?>", 2);
  if (rest.starts_with("<!")) {
    const std::size_t end = after(">", 2);
    const std::size_t subset = text_.substr(at, end - at).find('[');
    return subset == kNone ? end : after("]>", subset);
  }
  const std::size_t name = at + (rest.starts_with("</") ? 2 : 1);
  if (name >= text_.size() || (!is_ascii_letter(text_[name]) && text_[name] != '_')) return kNone;
  char quote = '\0';
  std::size_t first = kNone;  // ">"
  for (std::size_t i = name; i < text_.size() && text_[i] != '<'; ++i) {
    const char c = text_[i];
    if (c == '>' && first == kNone) first = i + 1;
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return first;
}

MarkupTag TagScanner::tag_at(std::size_t at, std::size_t end) const {
  MarkupTag tag;
  tag.range = {at, end};
  tag.text = text_.substr(at, end - at);
  if (tag.text[1] == '!' || tag.text[1] == '?') {
    tag.kind = tag.text.starts_with("<![CDATA[") ? MarkupTag::Kind::cdata : MarkupTag::Kind::declaration;
    return tag;
  }
  const std::size_t begin = tag.text[1] == '/' ? 2 : 1;
  std::size_t name_end = begin;
  while (name_end < tag.text.size() && is_name(tag.text[name_end])) ++name_end;
  const std::string_view name = tag.text.substr(begin, name_end - begin);
  const std::size_t colon = name.find(':');
  tag.name = ascii_lower(colon == kNone ? name : name.substr(colon + 1));
  tag.kind = begin == 2 ? MarkupTag::Kind::close : tag.text.ends_with("/>") ? MarkupTag::Kind::empty : MarkupTag::Kind::open;
  return tag;
}

std::optional<MarkupTag> TagScanner::next() {
  for (std::size_t at = text_.find('<', at_); at != kNone; at = text_.find('<', at + 1)) {
    const std::size_t end = end_of(at);
    if (end == kNone) continue;
    at_ = end;
    return tag_at(at, end);
  }
  at_ = text_.size();
  return std::nullopt;
}

}  // namespace aloud
