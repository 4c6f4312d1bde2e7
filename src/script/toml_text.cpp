#include "script/toml_text.h"

namespace aloud {

std::string toml_string(std::string_view text) {
  constexpr const char* kHex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += {kHex[byte >> 4U], kHex[byte & 15U]};
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string toml_line(std::string_view key, const std::string& value) { return std::string(key) + " = " + value + '\n'; }

std::string toml_list(const std::vector<std::string>& list) {
  std::string out = "[";
  for (const std::string& one : list) out += (out.size() > 1 ? ", " : "") + toml_string(one);
  return out + ']';
}

}  // namespace aloud
