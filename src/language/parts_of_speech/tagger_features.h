#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/parts_of_speech/tagger.h"

namespace aloud {

/// What stands for a word or a tag before the sentence and behind it.
inline constexpr std::string_view kOutside = "#";

/// Joins the texts of a feature in `buffer` and hands them to `emit`.
template <typename Emit, typename... Parts>
void emit_feature(std::string& buffer, const Emit& emit, const Parts&... parts) {
  buffer.clear();
  (buffer.append(parts), ...);
  emit(std::string_view(buffer));
}

inline std::string_view ending_of(std::string_view word, std::size_t size) {
  return word.size() > size ? word.substr(word.size() - size) : word;
}

inline std::string_view shape_name(WordShape shape) {
  constexpr std::string_view kNames[] = {"x", "Xx", "XX", "xX", "0", "."};
  return kNames[static_cast<std::size_t>(shape)];
}

inline std::string_view word_at(const TaggerSentence& sentence, std::size_t index, std::ptrdiff_t offset) {
  const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(index) + offset;
  const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(sentence.words.size());
  return inside ? std::string_view(sentence.words[static_cast<std::size_t>(at)].lower) : kOutside;
}

/// Calls `emit(text)` for each feature of the word at `index` that is known before any tag is. The training script reads these
/// from the program training_features: they are written here alone.
template <typename Emit>
void each_feature(const TaggerSentence& sentence, std::size_t index, std::string& buffer, const Emit& emit) {
  const std::string_view word = word_at(sentence, index, 0);
  const std::string_view before = word_at(sentence, index, -1);
  const std::string_view after = word_at(sentence, index, 1);
  const std::string_view place = sentence.headline ? "T" : index == 0 ? "F" : "";
  const std::string_view shape = shape_name(sentence.words[index].shape);
  const auto shape_of = [&](std::ptrdiff_t offset) {
    const std::size_t at = index + static_cast<std::size_t>(offset);
    return at < sentence.words.size() ? shape_name(sentence.words[at].shape) : kOutside;
  };
  emit_feature(buffer, emit, "b");
  emit_feature(buffer, emit, "w=", word);
  emit_feature(buffer, emit, "w+1=", after);
  emit_feature(buffer, emit, "s3=", ending_of(word, 3));
  emit_feature(buffer, emit, "s4=", ending_of(word, 4));
  emit_feature(buffer, emit, "s2=", ending_of(word, 2));
  emit_feature(buffer, emit, "s1=", ending_of(word, 1));
  emit_feature(buffer, emit, "p3=", word.substr(0, 3));
  emit_feature(buffer, emit, "h=", shape, place);
  emit_feature(buffer, emit, "hs=", shape, place, ",", ending_of(word, 3));
  emit_feature(buffer, emit, "hh=", shape_of(-1), ",", shape, place, ",", shape_of(1));
  emit_feature(buffer, emit, "hw=", shape, place, ",", word);
  emit_feature(buffer, emit, "w-1=", before);
  emit_feature(buffer, emit, "w-2=", word_at(sentence, index, -2));
  emit_feature(buffer, emit, "w+2=", word_at(sentence, index, 2));
  emit_feature(buffer, emit, "w-1,w=", before, ",", word);
  emit_feature(buffer, emit, "w,w+1=", word, ",", after);
  emit_feature(buffer, emit, "w-1,w+1=", before, ",", after);
  emit_feature(buffer, emit, "w+1,w+2=", after, ",", word_at(sentence, index, 2));
  emit_feature(buffer, emit, "s-1=", ending_of(before, 3));
  emit_feature(buffer, emit, "s+1=", ending_of(after, 3));
}

/// What is known of a word's place when it is decided: the tags of the two words before, and the usual ones ("?" where none is
/// known) of the word itself and the two behind it.
struct KnownTags {
  std::string_view before, before_that;
  std::string_view usual, usual_next, usual_after;
};

/// The same for what tags tell. scripts/train-tagger.py has these again, as they change while it learns.
template <typename Emit>
void each_feature_of_tags(const TaggerSentence& sentence, std::size_t index, const KnownTags& tags, std::string& buffer,
                          const Emit& emit) {
  const std::string_view word = word_at(sentence, index, 0);
  emit_feature(buffer, emit, "t-1=", tags.before);
  emit_feature(buffer, emit, "t-2=", tags.before_that);
  emit_feature(buffer, emit, "t-2,t-1=", tags.before_that, ",", tags.before);
  emit_feature(buffer, emit, "t-1,w=", tags.before, ",", word);
  emit_feature(buffer, emit, "t-1,s3=", tags.before, ",", ending_of(word, 3));
  emit_feature(buffer, emit, "t-1,w+1=", tags.before, ",", word_at(sentence, index, 1));
  emit_feature(buffer, emit, "u+1=", tags.usual_next);
  emit_feature(buffer, emit, "u,u+1=", tags.usual, ",", tags.usual_next);
  emit_feature(buffer, emit, "w,u+1=", word, ",", tags.usual_next);
  emit_feature(buffer, emit, "t-1,u,u+1=", tags.before, ",", tags.usual, ",", tags.usual_next);
  emit_feature(buffer, emit, "t-1,w,u+1=", tags.before, ",", word, ",", tags.usual_next);
  emit_feature(buffer, emit, "u,u+1,u+2=", tags.usual, ",", tags.usual_next, ",", tags.usual_after);
}

}  // namespace aloud
