#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// A marked text (pronunciation_marks.h) in which more words carry their phonemes than before.
struct SoundedText {
  std::string text;
  std::vector<std::uint32_t> characters;  ///< which code point of the first text each code point of `text` stands for
};

/// The text with the phonemes that `phonemes_of` gives for each of `ranges`; what lies in a mark already, and what has no
/// phonemes that an engine may be given, stays as it is. Requires: ranges in order, disjoint.
SoundedText with_phonemes(std::string_view marked, std::span<const ByteRange> ranges,
                          const std::function<std::string(std::string_view)>& phonemes_of);

}  // namespace aloud
