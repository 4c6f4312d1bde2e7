#include <gtest/gtest.h>

#include <algorithm>

#include "engine/synthesizer.h"
#include "process/performing.h"

namespace aloud {
namespace {

std::string times(const std::string& word, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + word;
  return text;
}

std::size_t heard_of(const Take& take) {
  return static_cast<std::size_t>(std::ranges::count_if(take.words, [](const WordTime& word) { return word.heard; }));
}

std::int64_t length_of(const Take& take) { return (take.audio.speech_end - take.audio.speech_begin).count; }

class RepeatedWords : public testing::Test {
 protected:
  Take say(const std::string& text, const std::string& voice_name = "gmw/en-US") {
    VoiceParameters voice;
    voice.engine_voice = voice_name;
    return perform(*factory_, {text}, plain_options(1), voice).at(0).second;
  }

  std::unique_ptr<SynthesizerFactory> factory_ = make_espeak_factory();
};

TEST_F(RepeatedWords, LettersAreSaidAsOftenAsTheyAreWritten) {
  // Of a letter that stands alone again and again the engine says three.
  for (const char* text :
       {"Strum E E E E E E now.", "E E E E up", "W W W W now", "F F F F F F F F", "I I I I I am here", "x x x x x y"}) {
    const Take take = say(text);
    EXPECT_EQ(take.failure, std::nullopt) << text;
    EXPECT_EQ(take.simplified, std::nullopt) << text;
    EXPECT_TRUE(all_heard(take)) << text;
  }
  const Take six = say("Strum E E E E E E now."), two = say("Strum E E now.");
  EXPECT_GT(length_of(six) - length_of(two), 3 * (length_of(say("E E now.")) - length_of(say("E now."))));
}

TEST_F(RepeatedWords, HaveTimesOfTheirOwn) {
  const Take take = say("Strum E E E E E E now.");
  ASSERT_EQ(take.words.size(), 8U);
  for (std::size_t i = 1; i + 1 < take.words.size(); ++i) {
    EXPECT_GE((take.words[i].end - take.words[i].begin).count, 22050 / 20) << i;
    EXPECT_LE((take.words[i].end - take.words[i].begin).count, 22050 / 4) << i;
  }
}

TEST_F(RepeatedWords, OfADictionaryStayAsTheyWere) {
  // Several words that the engine says as one are all heard, and nothing is said by sound.
  for (const char* text :
       {"One of the boys in the house.", "It has been of the of the of the end.", "I would have been there."})
    EXPECT_TRUE(all_heard(say(text))) << text;
}

// Whatever is not heard is counted: where a take claims a word again, it has become longer by about what the third one added.
// (The first is no measure: many languages read a letter alone in another way.)
TEST_F(RepeatedWords, AreNeverLostUncountedByAnyVoice) {
  constexpr int kTimes = 8;
  const std::vector<std::string> words = {"E", "w", "A", "no", "la", "very", "5", "22", "mm", "ABC", "\xC3\xA9", "\xD0\xB8"};
  std::vector<std::string> texts;
  for (const std::string& word : words) {
    for (const int count : {2, 3, kTimes}) texts.push_back(times(word, count));
  }
  for (const EngineVoice& engine_voice : list_espeak_voices()) {
    VoiceParameters voice;
    voice.engine_voice = engine_voice.identifier;
    const Performed performed = perform(*factory_, texts, plain_options(2), voice);
    for (std::size_t i = 0; i + 2 < texts.size(); i += 3) {
      const Take &two = performed[i].second, &three = performed[i + 1].second, &many = performed[i + 2].second;
      if (two.failure || three.failure || many.failure) continue;  // counted as such
      const auto more = static_cast<std::int64_t>(heard_of(many)) - 3;
      EXPECT_GE(2 * (length_of(many) - length_of(three)), more * (length_of(three) - length_of(two)))
          << engine_voice.identifier << ": " << texts[i];
    }
  }
}

}  // namespace
}  // namespace aloud
