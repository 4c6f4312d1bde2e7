#include "engine/word_timing.h"

#include <gtest/gtest.h>

#include <string>

#include "process/performing.h"
#include "process/take_maker.h"

namespace aloud {
namespace {

using Kind = SpeechEvent::Kind;

std::vector<ByteRange> words_of(const std::string& text) {
  std::vector<ByteRange> words;
  for (const Word& word : utterance_of(text).words) words.push_back(word.spoken);
  return words;
}

std::string describe(const std::vector<WordTime>& times) {
  std::string text;
  for (const WordTime& time : times) text += std::to_string(time.begin.count) + "-" + std::to_string(time.end.count) + " ";
  return text;
}

std::string timed(const std::string& text, const std::vector<SpeechEvent>& events) {
  return describe(word_times(text, words_of(text), events, Frames{1000}));
}

TEST(WordTimes, BeginAtTheFirstSoundAndEndBeforeThePause) {
  EXPECT_EQ(timed("one two", {{Kind::word, 0, Frames{0}},
                              {Kind::silence, 0, Frames{0}},
                              {Kind::sound, 0, Frames{10}},
                              {Kind::sound, 0, Frames{60}},
                              {Kind::silence, 0, Frames{300}},
                              {Kind::word, 4, Frames{350}},
                              {Kind::sound, 0, Frames{400}},
                              {Kind::silence, 0, Frames{900}}}),
            "10-300 400-900 ");
}

TEST(WordTimes, ShareTheTimeOfMergedWords) {
  EXPECT_EQ(timed("of the day", {{Kind::word, 0, Frames{0}},
                                 {Kind::sound, 0, Frames{0}},
                                 {Kind::word, 7, Frames{700}},
                                 {Kind::sound, 0, Frames{700}}}),
            "0-300 300-700 700-1000 ");
}

TEST(WordTimes, CountCodePointsNotBytes) {
  EXPECT_EQ(timed("ééé b", {{Kind::word, 0, Frames{0}},
                            {Kind::sound, 0, Frames{0}},
                            {Kind::word, 4, Frames{500}},
                            {Kind::sound, 0, Frames{500}}}),
            "0-500 500-1000 ");
}

TEST(WordTimes, AcceptTheOddPositionsOfNumbers) {
  // Numbers report several events, the first a character late and the last ones again and again.
  EXPECT_EQ(timed("4.50 now", {{Kind::word, 1, Frames{0}},
                               {Kind::sound, 0, Frames{0}},
                               {Kind::word, 2, Frames{100}},
                               {Kind::word, 2, Frames{200}},
                               {Kind::word, 5, Frames{600}},
                               {Kind::sound, 0, Frames{600}},
                               {Kind::word, 0, Frames{900}}}),
            "0-600 600-1000 ");
}

TEST(WordTimes, AreInterpolatedWithoutEvents) {
  EXPECT_EQ(timed("ab abcd", {}), "0-375 375-1000 ");
  EXPECT_EQ(timed("", {}), "");
}

TEST(WordTimes, NeverDecreaseWhateverTheEvents) {
  const std::string text = "a b c d";
  for (unsigned seed = 0; seed < 5000; ++seed) {
    unsigned state = seed;
    const auto next = [&](unsigned below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
    std::vector<SpeechEvent> events;
    for (std::int64_t at = 0; at < 1000; at += next(300) + 1)
      events.push_back({static_cast<Kind>(next(3)), next(10), Frames{at}});
    Frames last{0};
    for (const WordTime& word : word_times(text, words_of(text), events, Frames{1000})) {
      ASSERT_LE(last, word.begin);
      ASSERT_LE(word.begin, word.end);
      ASSERT_LE(word.end.count, 1000);
      last = word.end;
    }
  }
}

TEST(ReachedLastWord, WantsAnEventNearTheEnd) {
  const std::string text = "one two three four five six";
  const auto reached = [&](std::uint32_t character) {
    const std::vector<SpeechEvent> events = {{Kind::word, 0, Frames{0}}, {Kind::word, character, Frames{5}}};
    return reached_last_word(text, words_of(text), events);
  };
  EXPECT_TRUE(reached(24));  // six
  EXPECT_TRUE(reached(4));   // two: the last four may be merged with it
  EXPECT_FALSE(reached(0));  // one
  EXPECT_FALSE(reached_last_word(text, words_of(text), {}));
  EXPECT_TRUE(reached_last_word("...", {}, {}));
}

TEST(TrimSilence, DropsWhatIsTooQuietToHear) {
  const std::vector<std::int16_t> samples = {0, 7, -7, 8, 0, 0, -8, 7, 0};
  const auto trimmed = trim_silence(samples);
  EXPECT_EQ(trimmed.data() - samples.data(), 3);
  EXPECT_EQ(trimmed.size(), 4U);
  EXPECT_TRUE(trim_silence(std::vector<std::int16_t>{0, 3, 0}).empty());
  EXPECT_TRUE(trim_silence({}).empty());
}

}  // namespace
}  // namespace aloud
