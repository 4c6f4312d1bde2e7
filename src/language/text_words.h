#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/common_words.h"
#include "util/byte_range.h"

namespace aloud {

/// A word of a text that is asked about its language: letters, with an apostrophe inside.
struct TextWord {
  std::size_t begin = 0;   ///< in the text
  LanguageSet common = 0;  ///< the languages that have it among their small words
  bool capital = false;    ///< it begins with one
};

/// A text with its words looked up once, however many parts of it are asked about.
class TextWords {
 public:
  /// Requires: `text` (UTF-8, or anything) lives as long.
  explicit TextWords(std::string_view text);

  std::string_view text() const { return text_; }
  std::span<const TextWord> all() const { return words_; }

  /// The words that begin in a part of the text.
  std::span<const TextWord> within(ByteRange part) const;

 private:
  std::string_view text_;
  std::vector<TextWord> words_;
};

/// Reads the word that begins at `at` into `word`, as CommonWords has it: in small letters, apostrophes straight. Returns where
/// it ends.
std::size_t read_text_word(std::string_view text, std::size_t at, std::string& word);

/// Of how many of the words `language` has the small word.
std::size_t count_common(std::span<const TextWord> words, LanguageSet language);

}  // namespace aloud
