#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Appends words with a space before them, and none before a comma.
inline void append_words(std::string& text, std::string_view words) {
  if (words.empty()) return;
  if (!text.empty() && words.front() != ',' && text.back() != ' ') text += ' ';
  text += words;
}

}  // namespace aloud
