#include "util/plain_line.h"

#include <unicode/uchar.h>

#include "util/utf8.h"

namespace aloud {
namespace {

bool is_control(char32_t value) { return u_charType(static_cast<UChar32>(value)) == U_CONTROL_CHAR; }

bool continues_character(char32_t value) {
  return u_hasBinaryProperty(static_cast<UChar32>(value), UCHAR_GRAPHEME_EXTEND) != 0 || value == U'\u200D';
}

}  // namespace

std::string plain_line(std::string_view text) {
  std::string line;
  bool space_due = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_white_space(point.value)) {
      space_due = !line.empty();
    } else if (!is_control(point.value)) {
      if (space_due) line += ' ';
      space_due = false;
      append_utf8(line, point.value);
    }
  }
  return line;
}

std::string excerpt(std::string_view text, std::size_t columns) {
  // More bytes than any line needs, so that a long text costs no more than a short one.
  const std::size_t enough = (columns + 1) * 16;
  std::string line = plain_line(text.substr(0, floor_to_code_point(text, enough)));
  if (display_width(line) <= columns && text.size() <= enough) return line;
  line.resize(columns > 1 ? cut_at_width(line, columns - 1) : 0);
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "…";
}

std::string defuse(std::string_view text, std::string_view marks) {
  constexpr std::string_view kWordJoiner = "\u2060";
  std::string safe;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '>' && at >= 2 && text.substr(at - 2, 2) == "--") safe += kWordJoiner;
    safe += text[at];
    if (marks.find(text[at]) != std::string_view::npos) safe += kWordJoiner;
  }
  return safe;
}

std::size_t cut_at_width(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  char32_t previous = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool joined = at > 0 && (continues_character(point.value) || previous == U'\u200D');
    width += display_width(text.substr(at, point.size));
    if (width > columns && at > 0 && !joined) return at;
    previous = point.value;
    at += point.size;
  }
  return text.size();
}

}  // namespace aloud
