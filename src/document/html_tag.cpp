#include "document/html_tag.h"

#include <algorithm>
#include <charconv>

#include "document/html_elements.h"
#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

bool is_space(char c) { return is_blank(c) || is_line_end(c) || c == '\f' || c == '\v'; }

struct Attribute {
  std::string name;
  ByteRange value;  // in the tag
};

// The next attribute of a tag; `at` moves behind it.
Attribute next_attribute(std::string_view tag, std::size_t& at) {
  while (at < tag.size() && (is_space(tag[at]) || tag[at] == '/')) ++at;
  const std::size_t begin = at;
  while (at < tag.size() && !is_space(tag[at]) && tag[at] != '=' && tag[at] != '>' && tag[at] != '/') ++at;
  const std::string name = ascii_lower(tag.substr(begin, at - begin));
  std::size_t value = at;
  while (value < tag.size() && is_space(tag[value])) ++value;
  if (value >= tag.size() || tag[value] != '=') {
    if (at == begin) ++at;
    return {name, {}};
  }
  ++value;
  while (value < tag.size() && is_space(tag[value])) ++value;
  const char quote = value < tag.size() && (tag[value] == '"' || tag[value] == '\'') ? tag[value++] : '\0';
  std::size_t end = value;
  while (end < tag.size() && (quote != '\0' ? tag[end] != quote : !is_space(tag[end]) && tag[end] != '>')) ++end;
  at = end + (quote != '\0' ? 1 : 0);
  return {name, {value, end}};
}

std::optional<int> number_in(std::string_view value) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? std::optional(number) : std::nullopt;
}

// What colspan and rowspan may say; anything else is 1.
std::size_t span_of(std::string_view value) {
  constexpr int kMost = 256;
  const int number = number_in(value).value_or(1);
  return number >= 1 ? static_cast<std::size_t>(std::min(number, kMost)) : 1;
}

bool hides(std::string_view name, std::string_view value) {
  if (name == "hidden") return value != "until-found";
  if (name == "aria-hidden") return ascii_lower(value) == "true";
  if (name != "style") return false;
  std::string style = ascii_lower(value);
  std::erase_if(style, is_space);
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

// "python" of "highlight language-python".
std::string code_language_in(std::string_view classes) {
  for (const std::string_view prefix : {"language-", "lang-", "highlight-source-"}) {
    const std::size_t begin = classes.find(prefix);
    if (begin == std::string_view::npos || (begin > 0 && !is_space(classes[begin - 1]))) continue;
    std::size_t end = begin + prefix.size();
    while (end < classes.size() && !is_space(classes[end])) ++end;
    return std::string(classes.substr(begin + prefix.size(), end - begin - prefix.size()));
  }
  return {};
}

void take(const Attribute& attribute, std::string_view value, HtmlTag& tag) {
  const std::string& name = attribute.name;
  if (name == "lang" && !tag.lang && !value.empty()) tag.lang = value;
  if (name == "alt" && tag.name == "img" && tag.alt.empty()) tag.alt = attribute.value;
  if (name == "src" && tag.name == "img") tag.source = value;
  if (name == "href" && tag.name == "a" && !tag.address) tag.address = value;
  if (name == "colspan") tag.columns = span_of(value);
  if (name == "rowspan") tag.rows = span_of(value);
  if ((name == "start" && tag.name == "ol") || (name == "value" && tag.name == "li")) tag.number = number_in(value);
  if (name == "class" && (tag.name == "code" || tag.name == "pre")) tag.code_language = code_language_in(value);
  tag.hidden = tag.hidden || hides(name, value);
}

}  // namespace

HtmlTag parse_html_tag(std::string_view tag) {
  HtmlTag result;
  std::size_t at = tag.starts_with("</") ? 2 : 1;
  result.closing = at == 2;
  const std::size_t begin = at;
  while (at < tag.size() && (is_ascii_letter(tag[at]) || (at > begin && (is_ascii_digit(tag[at]) || tag[at] == '-')))) ++at;
  result.name = ascii_lower(tag.substr(begin, at - begin));
  result.self_closing = tag.ends_with("/>") || is_void_element(result.name);
  while (!result.name.empty() && !result.closing && at < tag.size() && tag[at] != '>') {
    const Attribute attribute = next_attribute(tag, at);
    take(attribute, tag.substr(attribute.value.begin, attribute.value.size()), result);
  }
  return result;
}

std::optional<std::size_t> html_tag_end(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  const auto after = [&](std::string_view mark, std::size_t from) -> std::optional<std::size_t> {
    const std::size_t found = html.find(mark, from);
    return found == std::string_view::npos ? html.size() : found + mark.size();
  };
  if (rest.starts_with("<!-->")) return at + 5;
  if (rest.starts_with("<!--->")) return at + 6;
  if (rest.starts_with("<!--")) return after("-->", at + 4);
  if (rest.starts_with("<![CDATA[")) return after("]]>", at + 9);
  if (rest.starts_with("<?")) return after("?>", at + 2);
  if (rest.starts_with("<!")) return after(">", at + 2);
  const std::size_t name = at + (rest.starts_with("</") ? 2 : 1);
  if (name >= html.size() || !is_ascii_letter(html[name])) return std::nullopt;
  char quote = '\0';
  for (std::size_t i = name; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return std::nullopt;
}

}  // namespace aloud
