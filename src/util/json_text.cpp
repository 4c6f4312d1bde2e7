#include "util/json_text.h"

#include <fmt/format.h>

#include "util/utf8.h"

namespace aloud {
namespace {

void append_escaped(std::string& json, char32_t value) {
  switch (value) {
    case U'"':
      json += "\\\"";
      return;
    case U'\\':
      json += "\\\\";
      return;
    case U'\n':
      json += "\\n";
      return;
    case U'\r':
      json += "\\r";
      return;
    case U'\t':
      json += "\\t";
      return;
    default:
      break;
  }
  if (value < 0x20) {
    json += fmt::format("\\u{:04x}", static_cast<unsigned>(value));
  } else {
    append_utf8(json, value);
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string json = "\"";
  json.reserve(text.size() + 2);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_escaped(json, point.value);
    at += point.size;
  }
  return json + '"';
}

JsonLine& JsonLine::text(std::string_view name, std::string_view value) { return raw(name, json_string(value)); }

JsonLine& JsonLine::raw(std::string_view name, std::string_view value) {
  if (!members_.empty()) members_ += ", ";
  members_ += json_string(name);
  members_ += ": ";
  members_ += value;
  return *this;
}

JsonLine& JsonLine::text_if_any(std::string_view name, std::string_view value) {
  return value.empty() ? *this : text(name, value);
}

}  // namespace aloud
