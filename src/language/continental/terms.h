#pragma once

#include <string>
#include <string_view>

namespace aloud::continental {

/// Whether `word` is one of the words of a term, which stand apart by single spaces. An empty word is none.
inline bool is_among(const std::string& words, std::string_view word) {
  for (std::size_t at = words.find(word); !word.empty() && at != std::string::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

}  // namespace aloud::continental
