#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace aloud {

/// What an English voice of eSpeak NG says as it says the letter "A".
inline constexpr std::string_view kSpokenLetterA = "eh";

/// Where in an English text an "A" is the letter, in bytes and rising. eSpeak NG reads a capital "A" between words as the
/// article, so where it is the letter ("W A V", "vitamin A is") it must be written kSpokenLetterA.
///
/// It is the letter beside another single capital; within a sentence, where the article has a small letter, unless a
/// capitalised word follows as in a title; and at its beginning before a word that no article stands before ("A is", "A three
/// eighty").
std::vector<std::size_t> spoken_letters(std::string_view text);

}  // namespace aloud
