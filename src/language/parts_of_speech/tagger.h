#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/parts_of_speech/weight_table.h"
#include "language/sentences/sentence_tokens.h"

namespace aloud {

/// The seventeen tags of Universal Dependencies (universaldependencies.org/u/pos).
enum class PartOfSpeech : unsigned char {
  adjective,
  adposition,
  adverb,
  auxiliary,
  coordinating_conjunction,
  determiner,
  interjection,
  noun,
  numeral,
  particle,
  pronoun,
  proper_noun,
  punctuation,
  subordinating_conjunction,
  symbol,
  verb,
  other,
};

/// The tag's name in Universal Dependencies: "NOUN", "PROPN".
std::string_view name_of(PartOfSpeech part);

/// What a word is taken for.
struct WordTag {
  PartOfSpeech part = PartOfSpeech::other;
  /// The same with the form, where it tells how the word is said: "NOUN", "NOUN.s" (plural), "VERB" (base and present),
  /// "VERB.s", "VERB.ing", "VERB.past", "VERB.part", and so for AUX. Lives as long as the tagger.
  std::string_view name;
  float margin = 0;  ///< how far ahead of the next tag; large where the word allows no other
};

/// A word as the tagger takes it: a contraction is two ("do" and "n't"), a mark is one.
struct TaggerWord {
  std::string lower;  ///< in small letters; with digits in it, their place alone counts
  WordShape shape = WordShape::lower;
};

/// A sentence as the tagger takes it.
struct TaggerSentence {
  std::vector<TaggerWord> words;
  bool headline = false;  ///< written in title case or capitals: a capital tells nothing

  /// The tagger's words of a sentence; `first_of` gets, for each of its tokens, the index of the first of its words.
  static TaggerSentence of(const SentenceTokens& sentence, std::vector<std::size_t>* first_of = nullptr);
  /// Of words that are separated already, as treebanks have them.
  static TaggerSentence of(const std::vector<std::string>& words);

 private:
  void find_headline();
};

/// Tells what part of speech each word of a sentence is: an averaged perceptron over the words around, their endings and
/// shapes, and the two tags before, from left to right. Trained by scripts/train-tagger.py. Thread-safe.
class Tagger {
 public:
  /// `weights` live as long as this. Throws Error{usage} for what is no table, or has labels that are no tags.
  explicit Tagger(std::string_view weights);

  /// The built-in one of a BCP 47 tag's language, made when it is first asked for; nullptr if there is none.
  static const Tagger* for_language(const std::string& language);

  /// One tag for each word of the sentence.
  std::vector<WordTag> tag(const TaggerSentence& sentence) const;
  /// One tag for each token of the sentence: that of its first part ("don't" is an auxiliary).
  std::vector<WordTag> tag(const SentenceTokens& sentence) const;

 private:
  struct Usual;
  Usual usual_of(std::string_view word, std::string& buffer) const;
  WordTag decide(const TaggerSentence& sentence, std::size_t index, const std::vector<Usual>& usual,
                 const std::vector<WordTag>& tags, std::string& buffer) const;

  WeightTable weights_;
  std::vector<PartOfSpeech> parts_;  // of each label
};

}  // namespace aloud
