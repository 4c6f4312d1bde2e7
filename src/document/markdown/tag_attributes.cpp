#include "document/markdown/tag_attributes.h"

#include <algorithm>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr std::size_t kLongestList = 1024;  // bytes of an attribute list: what is longer is text

bool is_space(char c) { return is_blank(c) || is_line_end(c); }
bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

// The offset of the mark that closes the quotation that opens at `at`, before `end`; npos if none does.
std::size_t closing_quote(std::string_view text, std::size_t at, std::size_t end) {
  for (std::size_t i = at + 1; i < end; ++i) {
    if (text[i] == '\\' && text[at] != '`') {
      ++i;
    } else if (text[i] == text[at]) {
      return i;
    }
  }
  return kNone;
}

bool is_key_character(char c) {
  const bool other = c == '_' || c == '-' || c == '.' || c == '@' || c == '/' || (static_cast<unsigned char>(c) & 0x80) != 0;
  return is_ascii_letter(c) || is_ascii_digit(c) || other;
}

}  // namespace

std::vector<TagAttribute> tag_attributes(std::string_view text, ByteRange inside) {
  std::vector<TagAttribute> attributes;
  for (std::size_t at = inside.begin; at < inside.end;) {
    if (is_space(text[at]) || text[at] == ',') {
      ++at;
      continue;
    }
    TagAttribute attribute;
    std::size_t behind = at;
    while (behind < inside.end && is_key_character(text[behind])) ++behind;
    const std::size_t key_end = behind;
    while (behind < inside.end && is_space(text[behind])) ++behind;
    if (key_end > at && behind < inside.end && (text[behind] == '=' || (text[behind] == ':' && behind == key_end))) {
      attribute.key = text.substr(at, key_end - at);
      at = std::min(text.find_first_not_of(" \t\r\n", behind + 1), inside.end);
    }
    const std::size_t close = at < inside.end && is_quote(text[at]) ? closing_quote(text, at, inside.end) : kNone;
    attribute.quoted = close != kNone;
    if (attribute.quoted) {
      attribute.value = {at + 1, close};
      at = close + 1;
    } else {
      const std::size_t begin = at;
      while (at < inside.end && !is_space(text[at]) && text[at] != ',') ++at;
      attribute.value = {begin, at};
    }
    attributes.push_back(attribute);
  }
  return attributes;
}

const TagAttribute* find_attribute(const std::vector<TagAttribute>& attributes, std::string_view key) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const TagAttribute& one) { return one.key == key && !one.value.empty(); });
  return found == attributes.end() ? nullptr : &*found;
}

const TagAttribute* find_first_attribute(const std::vector<TagAttribute>& attributes,
                                         const std::vector<std::string_view>& keys) {
  for (const std::string_view key : keys) {
    if (const TagAttribute* found = find_attribute(attributes, key)) return found;
  }
  return nullptr;
}

std::size_t attribute_list_end(std::string_view text, std::size_t at, BareWords bare) {
  const std::size_t line = line_end(text.substr(0, at + kLongestList), at);
  ++at;
  if (at < line && text[at] == ':') ++at;
  bool any = false;
  while (true) {
    while (at < line && is_blank(text[at])) ++at;
    if (at >= line) return kNone;
    if (text[at] == '}') return any ? at + 1 : kNone;
    any = true;
    const bool marked = text[at] == '.' || text[at] == '#';
    if (marked) ++at;
    if (!marked && (text[at] == '-' || text[at] == '=') && bare == BareWords::yes) ++at;  // Pandoc's {-}
    const std::size_t begin = at;
    while (at < line && (is_key_character(text[at]) || text[at] == ':')) ++at;
    if (at < line && text[at] == '=' && !marked && at > begin) {
      ++at;
      const std::size_t close = at < line && is_quote(text[at]) ? closing_quote(text, at, line) : kNone;
      if (close != kNone) {
        at = close + 1;
      } else {
        while (at < line && !is_space(text[at]) && text[at] != '}') ++at;
      }
    } else if (marked ? at == begin : bare == BareWords::no) {
      return kNone;
    }
    if (at < line && text[at] != '}' && text[at] != '#' && !is_blank(text[at])) return kNone;
  }
}

}  // namespace aloud
