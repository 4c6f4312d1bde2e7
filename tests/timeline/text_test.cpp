#include <gtest/gtest.h>

#include <clocale>
#include <string>

#include "audio/time_text.h"
#include "util/json_text.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

TEST(PlainLine, FoldsSpaceDropsControlsAndRepairsBytes) {
  EXPECT_EQ(plain_line("  a \n\t b\u2028c\x01 "), "a b c");
  EXPECT_EQ(plain_line("a\xFF"), "a\uFFFD");
  EXPECT_EQ(plain_line(""), "");
  EXPECT_EQ(plain_line(" \n"), "");
}

TEST(Excerpt, CutsByColumns) {
  EXPECT_EQ(excerpt("short", 5), "short");
  EXPECT_EQ(excerpt("longer", 5), "long…");
  EXPECT_EQ(excerpt("日本語", 5), "日本…");
  EXPECT_EQ(excerpt("ab cd", 4), "ab…");
  EXPECT_EQ(excerpt(std::string(100000, 'x'), 3), "xx…");
}

TEST(Defuse, PutsAWordJoinerBehindMarksAndIntoArrows) {
  EXPECT_EQ(defuse("<b> {x} a-->b", "<{"), "<\u2060b> {\u2060x} a--\u2060>b");
  EXPECT_EQ(defuse("a->b", ""), "a->b");
}

TEST(CutAtWidth, AlwaysMakesProgress) {
  EXPECT_EQ(cut_at_width("", 3), 0U);
  EXPECT_EQ(cut_at_width("日", 1), 3U);
  EXPECT_EQ(cut_at_width("abcd", 3), 3U);
  EXPECT_EQ(cut_at_width("abc\u0301d", 3), 5U);
}

TEST(TimeText, CountsMinutesAndHours) {
  EXPECT_EQ(clock_text(0), "0:00");
  EXPECT_EQ(clock_text(64.6), "1:05");
  EXPECT_EQ(clock_text(3599.5), "1:00:00");
  EXPECT_EQ(clock_text(3723), "1:02:03");
}

TEST(TimeText, EachFormatHasItsOwn) {
  const milliseconds times[] = {milliseconds(0), milliseconds(61007), milliseconds(3600000), milliseconds(360000000)};
  const char* const srt[] = {"00:00:00,000", "00:01:01,007", "01:00:00,000", "100:00:00,000"};
  const char* const vtt[] = {"00:00.000", "01:01.007", "01:00:00.000", "100:00:00.000"};
  const char* const lrc[] = {"00:00.00", "01:01.00", "60:00.00", "6000:00.00"};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(srt_time(times[i]), srt[i]);
    EXPECT_EQ(vtt_time(times[i]), vtt[i]);
    EXPECT_EQ(lrc_time(times[i]), lrc[i]);
  }
}

TEST(TimeText, SecondsAreRoundedToTheMicrosecond) {
  EXPECT_EQ(decimal_seconds({0}, kEngineRate), "0.000000");
  EXPECT_EQ(decimal_seconds({22050}, kEngineRate), "1.000000");
  EXPECT_EQ(decimal_seconds({1}, kEngineRate), "0.000045");
  EXPECT_EQ(decimal_seconds({22049}, kEngineRate), "0.999955");
  EXPECT_EQ(decimal_seconds({1999999}, {2000000}), "1.000000");
  EXPECT_EQ(decimal_seconds({22050LL * 3600 * 24 * 365 * 1000}, kEngineRate), "31536000000.000000");
}

TEST(TimeText, IsTheSameInEveryLocale) {
  std::setlocale(LC_ALL, "de_DE.UTF-8");  // has no effect where the locale is missing
  EXPECT_EQ(decimal_seconds({11025}, kEngineRate), "0.500000");
  std::setlocale(LC_ALL, "C");
}

TEST(JsonText, EscapesWhatItMustAndRepairsBytes) {
  EXPECT_EQ(json_string("a\"\\\n\r\t\x01\x1F"), "\"a\\\"\\\\\\n\\r\\t\\u0001\\u001f\"");
  EXPECT_EQ(json_string("日本 🙂"), "\"日本 🙂\"");
  EXPECT_EQ(json_string("\xFF\xED\xA0\x80"), "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");
  EXPECT_EQ(JsonLine().text("a", "b").text_if_any("c", "").raw("d", "1").object(), "{\"a\": \"b\", \"d\": 1}");
}

}  // namespace
}  // namespace aloud
