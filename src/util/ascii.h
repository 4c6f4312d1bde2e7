#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace aloud {

// The letters and digits of ASCII, in any locale. `Character` is char (also a byte of UTF-8) or char32_t.

template <typename Character>
constexpr bool is_ascii_digit(Character c) {
  return c >= '0' && c <= '9';
}

template <typename Character>
constexpr bool is_ascii_upper(Character c) {
  return c >= 'A' && c <= 'Z';
}

template <typename Character>
constexpr bool is_ascii_lower(Character c) {
  return c >= 'a' && c <= 'z';
}

template <typename Character>
constexpr bool is_ascii_letter(Character c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}

/// Whether `word` is of capitals of ASCII alone, and not empty.
inline bool is_ascii_capitals(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_upper<char>);
}

/// A letter of ASCII in the other case; any other byte as it is.
constexpr char ascii_upper(char c) { return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string ascii_upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = ascii_upper(c);
  return upper;
}

inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

}  // namespace aloud
