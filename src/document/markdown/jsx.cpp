#include "document/markdown/jsx.h"

#include <algorithm>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kLongestTag = 16 * 1024;  // tables of data are handed to components in attributes
constexpr std::size_t kVainPasses = 8;          // over the whole text, before nothing more is looked for

bool is_space(char c) { return is_blank(c) || is_line_end(c); }

bool is_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '.' || c == ':' || c == '@' || c == '$';
}

}  // namespace

std::string_view JsxTag::value_of(std::string_view wanted) const {
  for (const JsxAttribute& attribute : attributes) {
    if (attribute.name == wanted) return attribute.value;
  }
  return {};
}

bool JsxTag::is_component() const {
  if (name.empty()) return true;
  if (name.find('.') != std::string_view::npos) return true;
  return is_ascii_upper(name.front()) && std::any_of(name.begin(), name.end(), is_ascii_lower<char>);
}

JsxScanner::JsxScanner(std::string_view text) : text_(text), left_(kVainPasses * text.size()) {}

// Behind the string that opens at `at`; one that its line does not close is an apostrophe.
std::size_t JsxScanner::string_end(std::size_t at) const {
  const char quote = text_[at];
  for (std::size_t i = at + 1; i < text_.size() && i < at + kLongestTag; ++i) {
    if (text_[i] == '\\') {
      ++i;
    } else if (text_[i] == quote) {
      return i + 1;
    } else if (quote != '`' && is_line_end(text_[i])) {
      break;
    }
  }
  return at + 1;
}

std::optional<std::size_t> JsxScanner::bracket_end(std::size_t at) {
  const std::size_t limit = std::min({text_.size(), at + kLongestTag, at + left_});
  std::size_t depth = 0;
  for (std::size_t i = at; i < limit;) {
    const char c = text_[i];
    if (c == '"' || c == '\'' || c == '`') {
      i = string_end(i);
    } else if (c == '/' && text_.substr(i).starts_with("/*")) {
      const std::size_t end = text_.substr(0, limit).find("*/", i + 2);
      if (end == std::string_view::npos) break;
      i = end + 2;
    } else {
      if (c == '{' || c == '(' || c == '[') ++depth;
      if ((c == '}' || c == ')' || c == ']') && --depth == 0) return i + 1;
      ++i;
    }
  }
  left_ -= std::min(left_, limit - at);
  return std::nullopt;
}

std::optional<std::size_t> JsxScanner::attribute_end(std::size_t at, JsxTag& tag) {
  if (text_[at] == '{') {  // {...props}
    tag.has_expression = true;
    return bracket_end(at);
  }
  std::size_t end = at;
  while (end < text_.size() && is_name(text_[end])) ++end;
  if (end == at) return std::nullopt;
  JsxAttribute attribute{text_.substr(at, end - at), {}};
  if (end + 1 >= text_.size() || text_[end] != '=') {
    tag.attributes.push_back(attribute);
    return end;
  }
  const std::size_t value = end + 1;
  if (text_[value] == '"' || text_[value] == '\'') {
    const std::size_t close = text_.substr(0, std::min(text_.size(), value + kLongestTag)).find(text_[value], value + 1);
    if (close == std::string_view::npos) return std::nullopt;
    attribute.value = text_.substr(value + 1, close - value - 1);
    tag.attributes.push_back(attribute);
    return close + 1;
  }
  if (text_[value] == '{') {
    tag.has_expression = true;
    const auto close = bracket_end(value);
    if (!close) return std::nullopt;
    const std::string_view inside = text_.substr(value + 1, *close - value - 2);
    const bool string = inside.size() >= 2 && (inside.front() == '"' || inside.front() == '\'' || inside.front() == '`') &&
                        inside.find(inside.front(), 1) == inside.size() - 1 && inside.find("${") == std::string_view::npos;
    if (string) attribute.value = inside.substr(1, inside.size() - 2);
    tag.attributes.push_back(attribute);
    return close;
  }
  while (end + 1 < text_.size() && !is_space(text_[end + 1]) && text_[end + 1] != '>') ++end;
  tag.attributes.push_back(attribute);
  return end + 1;
}

std::optional<JsxTag> JsxScanner::tag_at(std::size_t at) {
  JsxTag tag;
  std::size_t i = at + 1;
  if (i < text_.size() && text_[i] == '/') {
    tag.closing = true;
    ++i;
  }
  const std::size_t name = i;
  if (i < text_.size() && is_ascii_letter(text_[i])) {
    while (i < text_.size() && is_name(text_[i]) && text_[i] != '@') ++i;
  }
  tag.name = text_.substr(name, i - name);
  if (!tag.name.empty() && tag.name.back() == ':') return std::nullopt;  // <https://…>
  const std::size_t limit = std::min({text_.size(), at + kLongestTag, at + left_});
  bool after_space = true;
  while (i < limit) {
    const char c = text_[i];
    if (c == '>') {
      tag.end = i + 1;
      return tag;
    }
    if (c == '/' && i + 1 < limit && text_[i + 1] == '>') {
      tag.self_closing = true;
      tag.end = i + 2;
      return tag;
    }
    if (is_space(c)) {
      after_space = true;
      ++i;
      continue;
    }
    if (i == name + tag.name.size() || tag.name.empty() || !after_space) break;
    const auto end = attribute_end(i, tag);
    if (!end) break;
    i = *end;
    after_space = false;
  }
  left_ -= std::min(left_, i - at);
  return std::nullopt;
}

}  // namespace aloud
