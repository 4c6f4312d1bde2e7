#pragma once

#include <string>
#include <vector>

#include "script/script.h"
#include "util/byte_range.h"

namespace aloud {

/// The text of an utterance together with its pronunciations as one string (engine/pronunciation_marks.h).
struct MarkedText {
  std::string text;
  std::vector<ByteRange> words;  ///< of the utterance, in `text`
};
MarkedText marked_text(const Utterance& utterance);

/// One word of the utterance alone, with what of a pronunciation is its own. Empty where a pronunciation of several words
/// leaves none to it.
std::string marked_word(const Utterance& utterance, const Word& word);

}  // namespace aloud
