#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// A text as the engine gets it, with the way back to the text that it was made from.
struct EngineText {
  std::string text;
  std::vector<std::uint32_t> added;  ///< code points of `text`, by number and rising, that the original does not have

  /// The code point of the original for one of `text`.
  std::uint32_t original(std::uint32_t character) const;
};

/// The text for an English voice of eSpeak NG. That reads a capital "A" between words as the article, so where it is the letter
/// ("W A V", "vitamin A is") it is written "eh", which the voices say as they say the letter.
///
/// It is the letter beside another single capital; within a sentence, where the article has a small letter, unless a
/// capitalised word follows as in a title; and at its beginning before a word that no article stands before ("A is", "A three
/// eighty").
EngineText with_spoken_letters(std::string_view text);

}  // namespace aloud
