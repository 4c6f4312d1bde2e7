#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aloud {

/// The number or letter of a list item at the start of a sentence: "1.", "2)", "3.)", "(4)", "a.", "•".
struct Enumerator {
  std::string text;       ///< as written
  std::string successor;  ///< as the next item would be written; for a bullet the same
  bool empty() const { return text.empty(); }
};

/// The enumerator that `text` starts with, if white space follows it; else an empty one.
Enumerator read_enumerator(std::string_view text);

/// Where in `text` the item `successor` starts: after white space and before white space and something else, within the
/// first kLongestItem bytes; npos if nowhere.
std::size_t find_successor(std::string_view text, const std::string& successor);

/// In bytes. Bounds the search, so that splitting stays linear.
inline constexpr std::size_t kLongestItem = 2000;

}  // namespace aloud
