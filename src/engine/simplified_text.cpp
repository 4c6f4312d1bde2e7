#include "engine/simplified_text.h"

#include <cstddef>

namespace aloud {
namespace {

constexpr std::size_t kLongestWord = 30;

bool is_ascii_alphanumeric(char c) { return ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z'); }
bool is_kept_mark(char c) { return c == '.' || c == ',' || c == '?' || c == '!'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string simplified_text(std::string_view text) {
  std::string simple;
  std::size_t word = 0;
  bool audible = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool at_end = i + 1 == text.size() || is_blank(text[i + 1]);
    if (is_ascii_alphanumeric(c)) {
      if (word == kLongestWord) {
        simple += ' ';
        word = 0;
      }
      simple += c;
      ++word;
      audible = true;
    } else if (is_kept_mark(c) && at_end && word > 0) {
      simple += c;
      word = 0;
    } else {
      if (!simple.empty() && simple.back() != ' ') simple += ' ';
      word = 0;
    }
  }
  while (!simple.empty() && simple.back() == ' ') simple.pop_back();
  return audible ? simple : std::string();
}

}  // namespace aloud
