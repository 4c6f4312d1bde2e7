#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "language/spoken_form/word_classes.h"
#include "util/byte_range.h"

namespace aloud {

/// How a word is written.
enum class WordShape : unsigned char { lower, capital, capitals, mixed, digits, mark };

/// Of a word's letters of ASCII: "word", "Word", "WORD", "iPhone"; digits where one is in it; mark where no letter is.
WordShape word_shape(std::string_view word);

/// A word or a mark of a sentence, as the rules for heteronyms see it.
struct SentenceToken {
  enum class Kind : unsigned char { word, edge, comma, hyphen } kind = Kind::word;
  ByteRange range;
  bool capital = false;  ///< starts with A–Z
  WordShape shape = WordShape::mark;
};

/// A sentence in words and those marks that tell something about them. Quotation marks are passed over.
class SentenceTokens {
 public:
  explicit SentenceTokens(std::string_view sentence);

  const std::vector<SentenceToken>& tokens() const { return tokens_; }
  std::size_t size() const { return tokens_.size(); }

  /// The word in small letters; empty for a mark and outside the sentence. Lives as long as this.
  std::string_view word(std::ptrdiff_t index) const;

  /// The word or the mark in small letters; empty outside the sentence. Lives as long as this.
  std::string_view text(std::ptrdiff_t index) const;

  /// What kinds the token is of; outside the sentence: edge.
  ClassSet classes(std::ptrdiff_t index, const WordClasses& known) const;

  /// Whether no word stands before it in its sentence.
  bool is_first(std::ptrdiff_t index) const;

 private:
  std::size_t read_word(std::string_view sentence, std::size_t at);
  void read_mark(std::string_view sentence, std::size_t at, std::size_t size);

  std::string lower_;  // the sentence with A–Z as a–z
  std::vector<SentenceToken> tokens_;
};

}  // namespace aloud
