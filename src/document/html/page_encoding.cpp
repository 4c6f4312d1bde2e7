#include "document/html/page_encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "util/ascii.h"

namespace aloud {
namespace {

// HTML asks for it within 1024 bytes; real pages have it behind scripts and comments.
constexpr std::size_t kLookedAt = 8192;

// Labels whose meaning on the web is a larger set (WHATWG Encoding, section 4.2).
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kMeant{{
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"iso-8859-8-i", "iso-8859-8"},
}};

bool is_name_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("-_:.").find(c) != std::string_view::npos;
}

// The value behind `key` and "=", which may be quoted.
std::string value_after(std::string_view text, std::string_view key) {
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    std::size_t begin = text.find_first_not_of(" \t\r\n", at + key.size());
    if (begin == std::string_view::npos || text[begin] != '=') continue;
    begin = std::min(text.find_first_not_of(" \t\r\n\"'", begin + 1), text.size());
    const auto* end = std::find_if_not(text.begin() + begin, text.end(), is_name_character);
    return std::string(text.begin() + begin, end);
  }
  return {};
}

std::string declared_in(std::string_view head) {
  if (head.starts_with("<?xml")) {
    const std::string declared = value_after(head.substr(0, head.find("?>")), "encoding");
    if (!declared.empty()) return declared;
  }
  for (std::size_t at = head.find("<meta"); at != std::string_view::npos; at = head.find("<meta", at + 1)) {
    const std::string declared = value_after(head.substr(at, head.find('>', at) - at), "charset");
    if (!declared.empty()) return declared;
  }
  return {};
}

}  // namespace

std::string meant_encoding(std::string_view label) {
  const std::string lower = ascii_lower(label);
  const auto* const meant = std::find_if(kMeant.begin(), kMeant.end(), [&](const auto& pair) { return pair.first == lower; });
  return meant == kMeant.end() ? lower : std::string(meant->second);
}

std::string declared_encoding(std::string_view bytes) {
  return meant_encoding(declared_in(ascii_lower(bytes.substr(0, kLookedAt))));
}

}  // namespace aloud
