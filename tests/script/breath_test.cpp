#include "script/breath.h"

#include <gtest/gtest.h>

#include "util/utf8.h"

namespace aloud {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  for (const ByteRange part : cut_for_breath(text, espeak_traits())) parts.push_back(text.substr(part.begin, part.size()));
  return parts;
}

TEST(Breath, LeavesShortSentencesWhole) {
  EXPECT_EQ(parts_of("Dr. Ek left, and nobody asked."), (std::vector<std::string>{"Dr. Ek left, and nobody asked."}));
  EXPECT_TRUE(cut_for_breath("", espeak_traits()).empty());
}

TEST(Breath, CutsAfterPunctuationRatherThanAtASpace) {
  const std::string clause = repeated("word ", 39) + "end, ";
  EXPECT_EQ(parts_of(clause + clause), (std::vector<std::string>{clause, clause}));
}

TEST(Breath, CutsAtSpacesWhereNoPunctuationIsAtHand) {
  const std::vector<std::string> parts = parts_of(repeated("words ", 80));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0], repeated("words ", 40));
}

TEST(Breath, DoesNotCutNumbersAtTheirCommas) {
  for (const std::string& part : parts_of(repeated("about 1,234,567 of them and ", 20))) {
    EXPECT_NE(part.back(), ',') << part;
  }
}

TEST(Breath, CutsWordsWithoutEndBetweenCharacters) {
  const std::vector<std::string> parts = parts_of(repeated("é", 1000));
  EXPECT_EQ(parts.size(), 6U);
  for (const std::string& part : parts) EXPECT_TRUE(is_valid_utf8(part));
}

TEST(Breath, KeepsMarksWithTheirLetters) {
  for (const std::string& part : parts_of(repeated("e\u0301", 500))) EXPECT_EQ(part.front(), 'e');
}

// Beyond 1,000 phonemes the engine drops text: 18 six-digit numbers reach that in 126 bytes.
TEST(Breath, CountsWhatIsSaidAsWords) {
  EXPECT_LE(parts_of(repeated("777777 ", 18)).front().size(), 7U * 12U);
  EXPECT_LE(parts_of(repeated("😀 ", 60)).front().size(), 5U * 14U);
  EXPECT_GE(parts_of(repeated("winter ", 49)).front().size(), 7U * 49U);
}

TEST(Breath, HoldsTheLimitsAndLosesNothingOnAnyText) {
  const std::vector<std::string> alphabet = {"a", "é", ",", " ", "9", "—", "𝄞", "; ", "wordword"};
  std::uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 20 + round * 4; ++i) {
      state = state * 1664525U + 1013904223U;
      text += alphabet[(state >> 16U) % (round % 2 == 0 ? alphabet.size() : 4)];
    }
    std::size_t at = 0;
    for (const ByteRange part : cut_for_breath(text, espeak_traits())) {
      ASSERT_EQ(part.begin, at);
      ASSERT_FALSE(part.empty());
      ASSERT_LE(part.size(), espeak_traits().most_bytes);
      ASSERT_TRUE(is_valid_utf8(std::string_view(text).substr(part.begin, part.size())));
      at = part.end;
    }
    ASSERT_EQ(at, text.size());
  }
}

}  // namespace
}  // namespace aloud
