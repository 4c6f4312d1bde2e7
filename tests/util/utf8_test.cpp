#include "util/utf8.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(Utf8, ReadsForwardAndBackward) {
  const std::string_view text = "aé€😀";
  EXPECT_EQ(code_point_at(text, 1).value, U'é');
  EXPECT_EQ(code_point_at(text, 3).size, 3U);
  EXPECT_EQ(code_point_before(text, text.size()).value, U'😀');
  EXPECT_EQ(code_point_before(text, 1).value, U'a');
}

TEST(Utf8, BrokenSequencesReadAsReplacementCharacters) {
  EXPECT_EQ(code_point_at("\xC3(", 0).value, kReplacementCharacter);
  EXPECT_EQ(code_point_at("\xC3(", 0).size, 1U);
  EXPECT_EQ(code_point_before("\x80", 1).value, kReplacementCharacter);
  EXPECT_FALSE(is_valid_utf8("a\xFFz"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // a surrogate
  EXPECT_TRUE(is_valid_utf8("naïve 😀"));
}

TEST(Utf8, CountsAndFindsCodePoints) {
  EXPECT_EQ(count_code_points("aé😀"), 3U);
  EXPECT_EQ(offset_of_code_point("aé😀", 2), 3U);
  EXPECT_EQ(offset_of_code_point("aé", 9), 3U);
}

TEST(Utf8, FloorsToTheStartOfACodePoint) {
  EXPECT_EQ(floor_to_code_point("aé€", 2), 1U);
  EXPECT_EQ(floor_to_code_point("aé€", 3), 3U);
  EXPECT_EQ(floor_to_code_point("aé€", 99), 6U);
}

TEST(Utf8, AppendsWhatItReads) {
  for (const char32_t value : {U'a', U'ÿ', U'€', U'\uFFFD', U'😀', char32_t{0x10FFFF}}) {
    std::string text;
    append_utf8(text, value);
    EXPECT_EQ(code_point_at(text, 0).value, value);
    EXPECT_EQ(code_point_at(text, 0).size, text.size());
  }
}

TEST(Utf8, KnowsColumnsOfATerminal) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("日本"), 4U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
}

}  // namespace
}  // namespace aloud
