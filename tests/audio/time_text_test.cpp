// Times as each format writes them, on both sides of every carry, and the units that they come from.
#include "audio/time_text.h"

#include <gtest/gtest.h>

#include "audio/loudness_target.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

TEST(TimeText, CarriesAsClocksDo) {
  const struct {
    long ms;
    const char *srt, *vtt, *lrc;
  } cases[] = {
      {0, "00:00:00,000", "00:00.000", "00:00.00"},
      {9, "00:00:00,009", "00:00.009", "00:00.00"},
      {10, "00:00:00,010", "00:00.010", "00:00.01"},
      {999, "00:00:00,999", "00:00.999", "00:00.99"},
      {1000, "00:00:01,000", "00:01.000", "00:01.00"},
      {59999, "00:00:59,999", "00:59.999", "00:59.99"},
      {60000, "00:01:00,000", "01:00.000", "01:00.00"},
      {3599999, "00:59:59,999", "59:59.999", "59:59.99"},
      {3600000, "01:00:00,000", "01:00:00.000", "60:00.00"},
      {36000000, "10:00:00,000", "10:00:00.000", "600:00.00"},
      {360000000, "100:00:00,000", "100:00:00.000", "6000:00.00"},
      {3661001, "01:01:01,001", "01:01:01.001", "61:01.00"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(srt_time(milliseconds(one.ms)), one.srt);
    EXPECT_EQ(vtt_time(milliseconds(one.ms)), one.vtt);
    EXPECT_EQ(lrc_time(milliseconds(one.ms)), one.lrc);
  }
}

TEST(TimeText, RoundsToWholeSecondsForPeople) {
  const struct {
    double seconds;
    const char* text;
  } cases[] = {{0, "0:00"},       {0.4, "0:00"},     {0.5, "0:01"},       {9.5, "0:10"},     {59.4, "0:59"},
               {59.5, "1:00"},    {60, "1:00"},      {61, "1:01"},        {3599.4, "59:59"}, {3599.5, "1:00:00"},
               {3600, "1:00:00"}, {3661, "1:01:01"}, {36000, "10:00:00"}, {5025, "1:23:45"}};
  for (const auto& one : cases) EXPECT_EQ(clock_text(one.seconds), one.text) << one.seconds;
}

TEST(TimeText, WritesSecondsToTheMillionth) {
  const struct {
    std::int64_t frames, rate;
    const char* text;
  } cases[] = {{0, 22050, "0.000000"},
               {1, 22050, "0.000045"},
               {22049, 22050, "0.999955"},
               {22050, 22050, "1.000000"},
               {22051, 22050, "1.000045"},
               {1, 3, "0.333333"},
               {2, 3, "0.666667"},
               {1, 2000000, "0.000001"},
               {1, 2000001, "0.000000"},
               {1999999, 2000000, "1.000000"},
               {3999999, 2000000, "2.000000"}};
  for (const auto& one : cases) EXPECT_EQ(decimal_seconds({one.frames}, {one.rate}), one.text) << one.frames;
}

TEST(Units, RoundAsTheySay) {
  EXPECT_EQ(frames_of(milliseconds(0), {22050}).count, 0);
  EXPECT_EQ(frames_of(milliseconds(1), {22050}).count, 22);    // 22.05
  EXPECT_EQ(frames_of(milliseconds(10), {22050}).count, 221);  // 220.5: half up
  EXPECT_EQ(frames_of(milliseconds(9), {22050}).count, 198);   // 198.45
  EXPECT_EQ(rescale({1}, {2}, {1}).count, 1);                  // 0.5: half up
  EXPECT_EQ(rescale({1}, {3}, {1}).count, 0);
  EXPECT_EQ(rescale({2}, {3}, {1}).count, 1);
  EXPECT_EQ(rescale({22050}, {22050}, {48000}).count, 48000);
  EXPECT_EQ(milliseconds_of({22}, {22050}).count(), 0);  // rounded down
  EXPECT_EQ(milliseconds_of({23}, {22050}).count(), 1);
  EXPECT_EQ(milliseconds_of({1999}, {2000}).count(), 999);
  EXPECT_EQ(round_up({0}, {4}).count, 0);
  EXPECT_EQ(round_up({1}, {4}).count, 4);
  EXPECT_EQ(round_up({4}, {4}).count, 4);
  EXPECT_EQ(round_up({5}, {4}).count, 8);
  EXPECT_DOUBLE_EQ(seconds_of({11025}, {22050}), 0.5);
}

TEST(LoudnessTarget, IsTakenWithinItsBordersAlone) {
  for (const char* number : {"-40", "-40.0", "-39.9", "-10", "-10.0", "-10.1"}) {
    const auto target = loudness_target_by_name(number);
    ASSERT_TRUE(target) << number;
    EXPECT_EQ(target->name, number);
    EXPECT_EQ(target->ceiling_dbtp, -1) << number;
  }
  for (const char* text : {"-40.1", "-9.9", "0", "10", "", "-", "-18-", "-18.5.5", "-1e1", "- 18", "-18 ", "nan", "inf", "EBU"})
    EXPECT_FALSE(loudness_target_by_name(text)) << text;
}

TEST(LoudnessTarget, HasTheFiguresOfItsSource) {
  const struct {
    const char* name;
    double lufs, peak;
  } cases[] = {{"podcast-mono", -19, -1}, {"podcast-stereo", -16, -1}, {"ebu", -23, -1}, {"acx", -20, -3.2}};
  for (const auto& one : cases) {
    EXPECT_EQ(loudness_target_by_name(one.name)->integrated_lufs, one.lufs) << one.name;
    EXPECT_EQ(loudness_target_by_name(one.name)->ceiling_dbtp, one.peak) << one.name;
  }
}

TEST(LoudnessTarget, SaysWhatWouldDo) {
  const std::string all = "must be podcast-mono, podcast-stereo, ebu, acx, none or a number from -40 to -10 (LUFS)";
  EXPECT_EQ(loudness_objection("-9"), all);
  EXPECT_EQ(loudness_objection("ebv"), all + " (did you mean \"ebu\"?)");
  EXPECT_EQ(loudness_objection("zzzzzz"), all);
}

}  // namespace
}  // namespace aloud
