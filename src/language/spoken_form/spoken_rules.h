#pragma once

#include <vector>

#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The rules that hold for every language: they change how a text is written, not what it says, to forms that eSpeak NG
/// reads well and does not crash on. In the order in which they are tried.
const std::vector<Rule>& common_rules();

/// eSpeak NG 1.51 keeps a word in 160 bytes; what is longer loses its end.
inline constexpr std::size_t kLongestWord = 60;    // letters
inline constexpr std::size_t kLongestNumber = 20;  // digits; a longer run loses its end
/// A run of dotted letters ("a.b.c.") is one word to eSpeak NG 1.51, and 85 of them overflow its buffer.
inline constexpr std::size_t kLongestDottedRun = 20;
inline constexpr std::size_t kMostApostrophes = 2;  ///< per word: 68 times "s'" aborts eSpeak NG 1.51
inline constexpr std::size_t kMostMarks = 3;        ///< combining marks on one letter
inline constexpr std::size_t kMostEqualMarks = 3;   ///< equal punctuation marks in a row

}  // namespace aloud
