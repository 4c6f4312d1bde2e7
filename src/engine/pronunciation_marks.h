#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// Text on its way to the engine carries its pronunciations as marks, and so do cache keys: each stretch that is pronounced
/// otherwise is written as kWordMark word kPhonemeMark phonemes kEndMark. The marks are of Unicode's private use, which no
/// spoken text holds; text without pronunciations is itself.
inline constexpr char32_t kWordMark = 0xE000, kPhonemeMark = 0xE001, kEndMark = 0xE002;

/// A word with its pronunciation, between marks.
std::string as_mark(std::string_view word, std::string_view phonemes);

/// Bytes that as_mark() puts before, between and after.
inline constexpr std::size_t kMarkBytes = 3;

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
