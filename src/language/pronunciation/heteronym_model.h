#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "language/pronunciation/heteronym_features.h"

namespace aloud {

/// Decides between the readings of a heteronym by weights of what stands around it (scripts/train-heteronyms.py): those of its
/// pattern's family, which all words of a kind share, and its own. Thread-safe.
class HeteronymModel {
 public:
  /// `weights` live as long as this. Throws Error{usage} for what is no table, or has labels that are no numbers in order.
  explicit HeteronymModel(std::string_view weights);

  /// The built-in one of a BCP 47 tag's language, made when it is first asked for; nullptr if there is none.
  static const HeteronymModel* for_language(const std::string& language);

  struct Choice {
    std::size_t reading = 0;
    float margin = 0;    ///< how far ahead of the next reading, in logits
    std::string reason;  ///< the features that spoke most for it, at most three, with their weights
  };

  /// The reading of the word at `at` of the sentence's words; nothing where no weight knows the word or its pattern.
  std::optional<Choice> choose(std::string_view word, const HeteronymPattern& pattern, const TaggedSentence& sentence,
                               std::ptrdiff_t at, RuleVerdict rules) const;

 private:
  bool knows(std::string_view scope) const;

  WeightTable weights_;
};

/// A feature's name in the table: of a family ("noun-verb:t-1=DET") or of a word ("record/t-1=DET").
std::string scoped_feature(FeatureScope scope, std::string_view owner, std::string_view feature);

}  // namespace aloud
