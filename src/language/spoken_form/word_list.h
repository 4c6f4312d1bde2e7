#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace aloud {

// Short lists of words that stand apart by single spaces: "and or but".

/// Whether `word` is one of `words`. An empty word is none.
inline bool is_among(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); !word.empty() && at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

/// Whether `word` ends in one of `endings`, after a stem of `least_stem` bytes or more.
inline bool ends_in_one_of(std::string_view endings, std::string_view word, std::size_t least_stem = 0) {
  while (!endings.empty()) {
    const std::size_t size = std::min(endings.find(' '), endings.size());
    if (word.size() >= size + least_stem && word.ends_with(endings.substr(0, size))) return true;
    endings.remove_prefix(std::min(size + 1, endings.size()));
  }
  return false;
}

}  // namespace aloud
