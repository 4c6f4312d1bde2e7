#include "util/safe_text.h"

#include <fmt/format.h>

#include "util/utf8.h"
#include "util/white_space.h"

namespace aloud {
namespace {

constexpr std::string_view kWordJoiner = "\u2060";

bool is_control(char32_t value) {
  return (value < 0x20 && value != U'\t' && value != U'\n') || (value >= 0x7F && value <= 0x9F);
}

// What reorders the text that follows, or ends the line for some.
bool turns_text(char32_t value) {
  return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) || value == 0x2028 || value == 0x2029;
}

std::string escape_of(char32_t value) {
  const auto number = static_cast<unsigned>(value);
  return number < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
}

// GitHub's runner knows "##[name]" anywhere in a line, Azure's "##vso[area.action]", TeamCity's "##teamcity[…]".
bool begins_command(std::string_view text) {
  if (!text.starts_with("##")) return false;
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.", 2);
  return end != std::string_view::npos && text[end] == '[';
}

}  // namespace

std::string safe_lines(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  bool at_begin = true;  // of a line, but for white space
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view rest = text.substr(at);
    at += point.size;
    if (is_control(point.value) || turns_text(point.value)) {
      safe += escape_of(point.value);
      at_begin = false;
      continue;
    }
    if (at_begin && rest.starts_with("::")) safe += kWordJoiner;
    append_utf8(safe, point.value);
    if (begins_command(rest)) safe += kWordJoiner;
    at_begin = point.value == U'\n' || (at_begin && is_white_space(point.value));
  }
  return safe;
}

std::string safe_line(std::string_view text) { return safe_lines(fold_white_space(text)); }

std::string safe_json(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint point = code_point_at(json, at);
    const bool commands = begins_command(json.substr(at));
    if (commands || (point.value >= 0x7F && is_control(point.value)) || turns_text(point.value)) {
      safe += fmt::format("\\u{:04x}", static_cast<unsigned>(point.value));
    } else {
      safe += json.substr(at, point.size);
    }
    at += point.size;
  }
  return safe;
}

}  // namespace aloud
