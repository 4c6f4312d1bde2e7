#include "util/toml_nesting.h"

#include <algorithm>

namespace aloud {
namespace {

constexpr int kMostNesting = 32;

// Behind the string that begins at `at`: basic or literal, on one line or on several ("""…""").
std::size_t end_of_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const std::string_view three = quote == '"' ? "\"\"\"" : "'''";
  const bool long_string = toml.substr(at).starts_with(three);
  for (at += long_string ? 3 : 1; at < toml.size(); ++at) {
    if (toml[at] == '\\' && quote == '"') {
      ++at;
    } else if (long_string && toml.substr(at).starts_with(three)) {
      return at + 3;
    } else if (!long_string && (toml[at] == quote || toml[at] == '\n')) {
      return at + 1;
    }
  }
  return toml.size();
}

}  // namespace

std::optional<std::size_t> deep_toml_nesting(std::string_view toml) {
  int brackets = 0, dots = 0;
  for (std::size_t at = 0; at < toml.size(); ++at) {
    const char c = toml[at];
    if (c == '"' || c == '\'') {
      at = end_of_string(toml, at) - 1;
    } else if (c == '#') {
      at = std::min(toml.find('\n', at), toml.size()) - 1;
    } else if (c == '.') {
      ++dots;
    } else if (c == '\n' || c == '=' || c == ',') {
      dots = 0;
    } else if (c == '[' || c == '{') {
      ++brackets;
      dots = 0;
    } else if ((c == ']' || c == '}') && brackets > 0) {
      --brackets;
    }
    if (brackets > kMostNesting || dots > kMostNesting) return at;
  }
  return std::nullopt;
}

}  // namespace aloud
