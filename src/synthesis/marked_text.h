#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/pronunciation.h"
#include "script/script.h"
#include "util/byte_range.h"

namespace aloud {

/// The text of an utterance together with its pronunciations, as one string on its way to the engine, and into cache keys: each
/// stretch that is pronounced otherwise is written as kWordMark word kPhonemeMark phonemes kEndMark. The marks are of Unicode's
/// private use, which no spoken text holds; text without pronunciations is itself.
inline constexpr char32_t kWordMark = 0xE000, kPhonemeMark = 0xE001, kEndMark = 0xE002;

struct MarkedText {
  std::string text;
  std::vector<ByteRange> words;  ///< of the utterance, in `text`
};
MarkedText marked_text(const Utterance& utterance);

/// One word of the utterance alone, with what of a pronunciation is its own. Empty where a pronunciation of several words
/// leaves none to it.
std::string marked_word(const Utterance& utterance, const Word& word);

/// A stretch with a pronunciation.
struct Mark {
  std::string_view word, phonemes;
  std::size_t word_begin = 0;  ///< in the marked text
  std::size_t end = 0;         ///< after kEndMark
};

/// The mark that starts at `offset` of `text`, if it is whole and holds what the engine may be given.
std::optional<Mark> mark_at(std::string_view text, std::size_t offset);

/// The text as it reads: words without their pronunciations.
std::string without_marks(std::string_view marked);

}  // namespace aloud
