#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// The number or letter of a list item at the start of a sentence: "1.", "2)", "3.)", "(4)", "a.", "•".
struct Enumerator {
  std::string text;                     ///< as written
  std::vector<std::string> successors;  ///< as the next item would be written: "ii)" or "j)" after "i)"; for a bullet the same
  bool empty() const { return text.empty(); }
};

/// The enumerator that `text` starts with, if white space follows it; else an empty one. A bullet may stand before a number.
Enumerator read_enumerator(std::string_view text);

/// Whether the enumerator is that of a first item: "1.", "a)", "(i)".
bool is_first_item(const Enumerator& item);

/// Where in `text` the item `successor` starts: after white space and before white space and something else, within the
/// first kLongestItem bytes; npos if nowhere.
std::size_t find_successor(std::string_view text, const Enumerator& item);

/// In bytes; longer than any enumerator.
inline constexpr std::size_t kLongestEnumerator = 16;

/// In bytes. Bounds the search, so that splitting stays linear.
inline constexpr std::size_t kLongestItem = 2000;

}  // namespace aloud
