#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/pronunciation/heteronym_features.h"
#include "language/pronunciation/heteronym_table.h"
#include "language/pronunciation/pronunciation.h"
#include "language/sentences/sentence_tokens.h"
#include "language/spoken_form/word_classes.h"

namespace aloud {

/// Decides how words are said that are written alike, by the words around them. Thread-safe once made.
///
/// Each rule whose conditions hold gives its weight to a reading; the reading with the most is chosen, of equals the first.
/// Where it is far ahead, that is the end of it. Elsewhere a model that was trained on labelled sentences decides, to which the
/// rules' choice is one feature among many (decision 22). So what was decided can be told: the rules or the features that spoke
/// for it.
class Heteronyms {
 public:
  /// Reads tables of word classes and of heteronyms. Throws Error{usage} with the line for what cannot be read.
  /// `learned`: the language whose tagger and model help where rules are in doubt; empty for rules alone.
  Heteronyms(std::string_view classes, std::string_view table, std::string learned = {});

  /// The built-in ones of a BCP 47 tag's language; nullptr if there are none.
  static const Heteronyms* for_language(const std::string& language);

  /// How the heteronyms of a spoken sentence are said, in order.
  std::vector<Pronunciation> find(const SentenceTokens& sentence, Accent accent = Accent::american) const;

  /// A reading, and why.
  struct Choice {
    std::string_view reading;
    std::size_t number = 0;
    int margin = 0;      ///< how far ahead of the next reading
    std::string reason;  ///< the rules or features for it, the weightiest first, at most three
  };
  /// The reading that the rules of `pattern` choose for the token.
  Choice choose(const HeteronymPattern& pattern, const SentenceTokens& sentence, std::size_t index) const;

  /// The reading that rules and model choose together. Used for lexicon entries with a role as well. `tagged` is filled in with
  /// the tagged sentence when it is first needed, and serves all words of one sentence.
  Choice decide(const HeteronymPattern& pattern, const SentenceTokens& sentence, std::size_t index,
                std::optional<TaggedSentence>& tagged) const;

  const HeteronymTable& table() const { return table_; }

 private:
  bool holds(const HeteronymCondition& condition, const SentenceTokens& sentence, std::ptrdiff_t index) const;
  bool matches(const HeteronymCondition& condition, const SentenceTokens& sentence, std::ptrdiff_t index) const;

  WordClasses classes_;
  HeteronymTable table_;
  ClassSet adverb_;
  std::string learned_;
};

}  // namespace aloud
