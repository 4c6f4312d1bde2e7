#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "language/parts_of_speech/tagger_features.h"
#include "language/pronunciation/heteronym_table.h"

namespace aloud {

/// A sentence with what the tagger makes of it, as the model for heteronyms sees it: the tagger's words, in which "don't" is
/// two.
struct TaggedSentence {
  std::vector<std::size_t> word_of_token;  // where the token of a SentenceTokens stands among the words; filled in with them
  TaggerSentence words;
  std::vector<WordTag> tags;  // of words
  std::size_t pasts = 0;      // how many verbs are in the past

  TaggedSentence(const SentenceTokens& sentence, const Tagger& tagger) : words(TaggerSentence::of(sentence, &word_of_token)) {
    tags = tagger.tag(words);
    pasts = static_cast<std::size_t>(
        std::count_if(tags.begin(), tags.end(), [](const WordTag& one) { return one.name.ends_with(".past"); }));
  }

  std::string_view word(std::ptrdiff_t at) const {
    return inside(at) ? std::string_view(words.words[index(at)].lower) : kOutside;
  }
  std::string_view tag(std::ptrdiff_t at) const { return inside(at) ? tags[index(at)].name : kOutside; }
  bool is(std::ptrdiff_t at, PartOfSpeech part) const { return inside(at) && tags[index(at)].part == part; }

 private:
  bool inside(std::ptrdiff_t at) const { return at >= 0 && at < static_cast<std::ptrdiff_t>(tags.size()); }
  static std::size_t index(std::ptrdiff_t at) { return static_cast<std::size_t>(at); }
};

/// What the rules say of a heteronym: one of the features.
struct RuleVerdict {
  std::size_t reading = 0;
  int margin = 0;  ///< how far ahead of the next reading
};

/// Whom a feature's weight is for: the words of a pattern's family, and each word.
enum class FeatureScope : unsigned char { family, word };

namespace heteronym_features {

/// How far the words of the same text are looked at, in words and marks.
inline constexpr std::ptrdiff_t kBag = 8;

inline std::string_view bucket(float margin) { return margin < 1 ? "0" : margin < 3 ? "1" : margin < 6 ? "3" : "6"; }
inline std::string_view bucket(int margin) {
  return margin < 1 ? "0" : margin < 2 ? "1" : margin < 4 ? "2" : margin < 6 ? "4" : margin < 9 ? "6" : "9";
}

/// The nearest word to the left that is no adverb and no particle of negation.
inline std::ptrdiff_t left_of(const TaggedSentence& sentence, std::ptrdiff_t at) {
  for (--at; sentence.is(at, PartOfSpeech::adverb) || sentence.word(at) == "n't" || sentence.word(at) == "not";) --at;
  return at;
}

/// The nearest verb or auxiliary to the left, within eight words and the same part of the sentence.
inline std::ptrdiff_t verb_left_of(const TaggedSentence& sentence, std::ptrdiff_t at) {
  for (std::ptrdiff_t i = at - 1; i >= at - kBag && i >= 0; --i) {
    if (sentence.is(i, PartOfSpeech::verb) || sentence.is(i, PartOfSpeech::auxiliary)) return i;
    if (sentence.word(i) == "." || sentence.word(i) == ";") break;
  }
  return -1;
}

/// Whether another word of the sentence is a verb in the past.
inline bool has_past(const TaggedSentence& sentence, std::ptrdiff_t at) {
  return sentence.pasts > (sentence.tag(at).ends_with(".past") ? 1U : 0U);
}

template <typename Emit>
void words_and_tags(const TaggedSentence& s, std::ptrdiff_t at, std::string& buffer, const Emit& emit) {
  const auto family = [&](std::string_view text) { emit(FeatureScope::family, text); };
  const std::string_view t0 = s.tag(at);
  emit_feature(buffer, family, "w-1=", s.word(at - 1));
  emit_feature(buffer, family, "w+1=", s.word(at + 1));
  emit_feature(buffer, family, "w-2=", s.word(at - 2));
  emit_feature(buffer, family, "w+2=", s.word(at + 2));
  emit_feature(buffer, family, "w-2,w-1=", s.word(at - 2), ",", s.word(at - 1));
  emit_feature(buffer, family, "w+1,w+2=", s.word(at + 1), ",", s.word(at + 2));
  emit_feature(buffer, family, "w-1,w+1=", s.word(at - 1), ",", s.word(at + 1));
  emit_feature(buffer, family, "t-1=", s.tag(at - 1));
  emit_feature(buffer, family, "t+1=", s.tag(at + 1));
  emit_feature(buffer, family, "t-2,t-1=", s.tag(at - 2), ",", s.tag(at - 1));
  emit_feature(buffer, family, "t+1,t+2=", s.tag(at + 1), ",", s.tag(at + 2));
  emit_feature(buffer, family, "t-1,t+1=", s.tag(at - 1), ",", s.tag(at + 1));
  emit_feature(buffer, family, "t-2,t-1,t+1=", s.tag(at - 2), ",", s.tag(at - 1), ",", s.tag(at + 1));
  emit_feature(buffer, family, "w-1,t+1=", s.word(at - 1), ",", s.tag(at + 1));
  emit_feature(buffer, family, "t-1,w+1=", s.tag(at - 1), ",", s.word(at + 1));
  emit_feature(buffer, family, "t0=", t0, ",", bucket(s.tags[static_cast<std::size_t>(at)].margin));
  emit_feature(buffer, family, "t0,t-1=", t0, ",", s.tag(at - 1));
  emit_feature(buffer, family, "t0,t+1=", t0, ",", s.tag(at + 1));
  emit_feature(buffer, family, "e-1=", ending_of(s.word(at - 1), 3));
  emit_feature(buffer, family, "e+1=", ending_of(s.word(at + 1), 3));
}

template <typename Emit>
void surroundings(const TaggedSentence& s, std::ptrdiff_t at, std::string& buffer, const Emit& emit) {
  const auto family = [&](std::string_view text) { emit(FeatureScope::family, text); };
  const std::string_view place = s.words.headline ? "T" : at == 0 || s.word(at - 1) == "." ? "F" : "";
  const std::string_view shape = shape_name(s.words.words[static_cast<std::size_t>(at)].shape);
  const std::ptrdiff_t left = left_of(s, at);
  const std::ptrdiff_t verb = verb_left_of(s, at);
  emit_feature(buffer, family, "b");
  emit_feature(buffer, family, "h=", shape, place);
  emit_feature(buffer, family, "h,t+1=", shape, place, ",", s.tag(at + 1));
  emit_feature(buffer, family, "h,w-1=", shape, place, ",", s.word(at - 1));
  emit_feature(buffer, family, "l=", s.word(left));
  emit_feature(buffer, family, "l,t+1=", s.tag(left), ",", s.tag(at + 1));
  emit_feature(buffer, family, "v=", s.tag(verb), ",", s.tag(at - 1));
  emit_feature(buffer, family, "vw=", s.word(verb));
  emit_feature(buffer, family, "past=", has_past(s, at) ? "1" : "0", ",", s.tag(at - 1));
  const auto near = [&](std::string_view text) { emit(FeatureScope::word, text); };
  for (std::ptrdiff_t i = at - kBag; i <= at + kBag; ++i) {
    const bool tells = s.is(i, PartOfSpeech::noun) || s.is(i, PartOfSpeech::verb) || s.is(i, PartOfSpeech::adjective) ||
                       s.is(i, PartOfSpeech::proper_noun);
    if (i != at && tells) emit_feature(buffer, near, "n=", s.word(i));
  }
}

}  // namespace heteronym_features

/// Calls `emit(scope, text)` for each feature of the word at `at` of the tagger's words. The training script reads these from
/// the program training_features: they are written here alone.
template <typename Emit>
void each_heteronym_feature(const TaggedSentence& sentence, std::ptrdiff_t at, const HeteronymPattern& pattern,
                            RuleVerdict rules, std::string& buffer, const Emit& emit) {
  heteronym_features::surroundings(sentence, at, buffer, emit);
  heteronym_features::words_and_tags(sentence, at, buffer, emit);
  const auto family = [&](std::string_view text) { emit(FeatureScope::family, text); };
  const std::string reading = std::to_string(rules.reading < pattern.readings.size() ? rules.reading : 0);
  emit_feature(buffer, family, "rule=", reading, ",", heteronym_features::bucket(rules.margin));
  emit_feature(buffer, family, "rule,t0=", reading, ",", sentence.tag(at));
}

}  // namespace aloud
