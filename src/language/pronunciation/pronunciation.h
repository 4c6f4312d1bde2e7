#pragma once

#include <string>
#include <string_view>

#include "util/byte_range.h"

namespace aloud {

/// How a stretch of spoken text is to be pronounced, where the engine is not left to decide.
struct Pronunciation {
  ByteRange spoken;      ///< one word or more, in the spoken text
  std::string phonemes;  ///< eSpeak NG's mnemonics, one group for each word: "n'u: j'o@k"
  std::string rule;      ///< who says so, stable: "heteronym/noun", "lexicon/my.txt", "name"
  std::string reason;    ///< for a person: "record as verb: after -1 to", "names.txt:12"

  bool operator==(const Pronunciation&) const = default;
};

/// In bytes; the engine keeps a word of at most 160.
inline constexpr std::size_t kMostPhonemeBytes = 120;

/// Whether a string may be handed to the engine as phonemes at all: printable ASCII without brackets, at most
/// kMostPhonemeBytes, something to be heard, and no switch of language ("_^_de"), which would load another dictionary.
bool is_harmless_phoneme_string(std::string_view phonemes);

/// The text of a built-in table ("en-heteronyms"), empty if there is none. Generated from pronunciation/*.txt.
std::string_view pronunciation_table_text(std::string_view name);

}  // namespace aloud
