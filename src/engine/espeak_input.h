#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Whether a capital "A" is written as an English voice says the letter, where it is that (english_letters.h).
enum class Letters : unsigned char { as_written, english };

/// What eSpeak NG gets for a marked text (marked_text.h).
struct EspeakInput {
  std::string text;                       ///< safe (espeak_text.h); pronunciations stand in "[[…]]"
  bool phonemes = false;                  ///< it holds such brackets, and they are to be read as phonemes
  std::vector<std::uint32_t> characters;  ///< which code point of the marked text each code point of `text` stands for; empty:
                                          ///< the same

  /// The code point of the marked text for one of `text`.
  std::uint32_t marked_character(std::uint32_t character) const {
    return character < characters.size() ? characters[character] : character;
  }
};

/// Brackets that an article wrote never become phonemes: text without a pronunciation is handed over without the permission
/// for them, and beside one they are taken apart.
///
/// What had to be found out about eSpeak NG 1.51: with the same phonemes the samples are the same as without brackets. A quote,
/// bracket, slash or currency sign directly before "[[" makes it swallow the phonemes, so a space goes between. A group of
/// phonemes stands in brackets of its own, since a clause that is too long is cut at a space. A full stop directly after "]]"
/// and before a small letter is said as "dot", and is left away.
EspeakInput espeak_input(std::string_view marked, Letters letters = Letters::as_written);

}  // namespace aloud
