#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/pronunciation/heteronym_table.h"
#include "language/pronunciation/pronunciation.h"
#include "language/sentences/sentence_tokens.h"
#include "language/spoken_form/word_classes.h"

namespace aloud {

/// Decides how words are said that are written alike, by the words around them. Thread-safe once made.
///
/// Each rule whose conditions hold gives its weight to a reading; the reading with the most is chosen, of equals the first. So
/// what was decided can be told: the rules that spoke for it.
class Heteronyms {
 public:
  /// Reads tables of word classes and of heteronyms. Throws Error{usage} with the line for what cannot be read.
  Heteronyms(std::string_view classes, std::string_view table);

  /// The built-in ones of a BCP 47 tag's language; nullptr if there are none.
  static const Heteronyms* for_language(const std::string& language);

  /// How the heteronyms of a spoken sentence are said, in order.
  std::vector<Pronunciation> find(const SentenceTokens& sentence, Accent accent = Accent::american) const;

  /// The reading that `pattern` chooses for the token, and why. Used for lexicon entries with a role as well.
  struct Choice {
    std::string_view reading;
    std::size_t number = 0;
    std::string reason;  ///< the rules for it, the weightiest first, at most three
  };
  Choice choose(const HeteronymPattern& pattern, const SentenceTokens& sentence, std::size_t index) const;

  const HeteronymTable& table() const { return table_; }

 private:
  bool holds(const HeteronymCondition& condition, const SentenceTokens& sentence, std::ptrdiff_t index) const;
  bool matches(const HeteronymCondition& condition, const SentenceTokens& sentence, std::ptrdiff_t index) const;

  WordClasses classes_;
  HeteronymTable table_;
  ClassSet adverb_;
};

}  // namespace aloud
