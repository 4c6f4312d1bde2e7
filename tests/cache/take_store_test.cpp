#include "cache/take_store.h"

#include <gtest/gtest.h>

#include <functional>

#include "audio/take_codec.h"
#include "process/performing.h"
#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"

namespace aloud {
namespace {

using test::TemporaryDirectory;

Take take_of_words(std::size_t words) {
  Take take;
  take.audio = {{1000}, {10}, {900}, {std::byte{1}, std::byte{2}, std::byte{3}}};
  for (std::size_t i = 0; i < words; ++i)
    take.words.push_back({{static_cast<std::int64_t>(10 + i)}, {static_cast<std::int64_t>(20 + i)}});
  return take;
}

Utterance said(const std::string& text) { return utterance_of(text, VoiceParameters{}); }

class TakeStoreTest : public testing::Test {
 protected:
  TakeStore store(AudioFormat format = AudioFormat::vorbis, const Quality& quality = {},
                  const std::string& engine = "engine 1") {
    return {cache_, format, quality, engine};
  }

  TemporaryDirectory directory_;
  TakeCache cache_{{directory_.path().string(), 1 << 30}};
};

TEST_F(TakeStoreTest, GivesBackWhatItKept) {
  TakeStore takes = store();
  const Utterance utterance = said("Two words.");
  EXPECT_FALSE(takes.recall(utterance));
  const Take kept = take_of_words(2);
  takes.keep(utterance, kept);
  const auto recalled = takes.recall(utterance);
  ASSERT_TRUE(recalled);
  EXPECT_EQ(recalled->audio.length, kept.audio.length);
  EXPECT_EQ(recalled->audio.speech_begin, kept.audio.speech_begin);
  EXPECT_EQ(recalled->audio.speech_end, kept.audio.speech_end);
  EXPECT_EQ(recalled->audio.bytes, kept.audio.bytes);
  ASSERT_EQ(recalled->words.size(), 2U);
  EXPECT_EQ(recalled->words[1].end, Frames{21});
  EXPECT_EQ(takes.counts().hits, 1U);
  EXPECT_EQ(takes.counts().misses, 1U);
}

TEST_F(TakeStoreTest, DoesNotCareWhereAnUtteranceStands) {
  TakeStore takes = store();
  Utterance utterance = said("Two words.");
  takes.keep(utterance, take_of_words(2));
  utterance.index = 77;
  utterance.sentence = 12;
  utterance.block = 3;
  utterance.pause_before = std::chrono::milliseconds(900);
  EXPECT_TRUE(takes.recall(utterance));
}

TEST_F(TakeStoreTest, MissesWhenAnythingThatIsHeardDiffers) {
  const Utterance original = said("Two words.");
  store().keep(original, take_of_words(2));
  const std::vector<std::pair<const char*, std::function<void(Utterance&)>>> changes = {
      {"text", [](Utterance& u) { u = said("Too words."); }},
      {"engine voice", [](Utterance& u) { u.voice.engine_voice = "gmw/en"; }},
      {"variant", [](Utterance& u) { u.voice.variant = "f2"; }},
      {"rate", [](Utterance& u) { ++u.voice.rate; }},
      {"pitch", [](Utterance& u) { ++u.voice.pitch; }},
      {"range", [](Utterance& u) { ++u.voice.range; }},
      {"volume", [](Utterance& u) { ++u.voice.volume; }},
      {"word gap", [](Utterance& u) { ++u.voice.word_gap; }},
      {"gain", [](Utterance& u) { u.voice.level.gain_db = 1.5; }},
      {"ceiling", [](Utterance& u) { u.voice.level.ceiling_dbtp = -1; }},
      {"places of words", [](Utterance& u) { ++u.words[0].spoken.begin; }},
  };
  for (const auto& [what, change] : changes) {
    Utterance other = original;
    change(other);
    EXPECT_FALSE(store().recall(other)) << what;
  }
  EXPECT_FALSE(store(AudioFormat::opus).recall(original));
  EXPECT_FALSE(store(AudioFormat::vorbis, {}, "engine 2").recall(original));
  Quality better;
  better.vorbis_quality = 0.5F;
  EXPECT_FALSE(store(AudioFormat::vorbis, better).recall(original));
  EXPECT_TRUE(store().recall(original));
}

std::string key_of(TakeStore store, const Utterance& utterance) {
  std::string key;
  store.explain([&](const CacheDecision& decision) { key = decision.key; });
  store.recall(utterance);
  return key;
}

// What is in people's caches shall be found there by the next version too, unless the take would be another.
TEST_F(TakeStoreTest, KeysStayWhatTheyWere) {
  EXPECT_EQ(key_of(store(AudioFormat::wav), said("Two words.")),
            "f4f967bfc0e2831e9a03c7354f44878c3944f5710f0f09541a48c93ab18bdbdd");
}

TEST_F(TakeStoreTest, PlainFormatsShareTakesBySampleFormat) {
  const Utterance utterance = said("Two words.");
  Quality quality;
  std::vector<std::string> keys;
  for (const auto format : {SampleFormat::pcm16, SampleFormat::pcm24, SampleFormat::float32}) {
    quality.sample_format = format;
    keys.push_back(key_of(store(AudioFormat::wav, quality), utterance));
    for (const auto plain : {AudioFormat::aiff, AudioFormat::caf, AudioFormat::au, AudioFormat::w64, AudioFormat::rf64})
      EXPECT_EQ(key_of(store(plain, quality), utterance), keys.back());
    EXPECT_EQ(key_of(store(AudioFormat::mp3, quality), utterance), key_of(store(AudioFormat::mp3), utterance));
  }
  EXPECT_NE(keys[0], keys[1]);
  EXPECT_NE(keys[0], keys[2]);
  EXPECT_NE(keys[1], keys[2]);
}

TEST_F(TakeStoreTest, FindsAClipByItsContentAndLevel) {
  Utterance utterance;
  Clip clip;
  clip.name = "in.wav";
  clip.sha256 = std::string(64, 'a');
  utterance.clip = std::make_shared<const Clip>(clip);
  utterance.voice.level.gain_db = 2;
  TakeStore takes = store();
  takes.keep(utterance, take_of_words(0));
  clip.name = "other-name.wav";
  utterance.clip = std::make_shared<const Clip>(clip);
  utterance.voice.rate = 300;  // of whoever speaks around it
  EXPECT_TRUE(takes.recall(utterance));
  EXPECT_EQ(takes.counts().hits, 0U);  // which are of speech
  utterance.voice.level.gain_db = 3;
  EXPECT_FALSE(takes.recall(utterance));
  utterance.voice.level.gain_db = 2;
  clip.sha256 = std::string(64, 'b');
  utterance.clip = std::make_shared<const Clip>(clip);
  EXPECT_FALSE(takes.recall(utterance));
}

TEST_F(TakeStoreTest, DoesNotKeepWhatFailedOrWasSimplified) {
  TakeStore takes = store();
  Take failed = take_of_words(2);
  failed.failure = "crashed";
  takes.keep(said("Two words."), failed);
  Take simplified = take_of_words(2);
  simplified.simplified = "crashed";
  takes.keep(said("Two others."), simplified);
  EXPECT_FALSE(takes.recall(said("Two words.")));
  EXPECT_FALSE(takes.recall(said("Two others.")));
}

TEST_F(TakeStoreTest, SaysWhyItHitOrMissed) {
  std::vector<std::string> reasons;
  TakeStore takes = store();
  takes.explain([&](const CacheDecision& decision) { reasons.push_back(decision.reason); });
  Utterance utterance = said("Two words.");
  takes.recall(utterance);
  takes.keep(utterance, take_of_words(2));
  takes.recall(utterance);
  utterance.voice.rate = 180;
  takes.recall(utterance);
  EXPECT_EQ(reasons, (std::vector<std::string>{"text not seen before", "in the cache", "rate: 175 → 180"}));
}

TEST_F(TakeStoreTest, TreatsAnImplausibleRecordAsAMiss) {
  const Utterance utterance = said("Two words.");
  Take odd = take_of_words(2);
  odd.words[1].end = {5000};  // beyond the take
  TakeStore takes = store();
  takes.keep(utterance, odd);
  EXPECT_FALSE(takes.recall(utterance));
}

TEST(PerformerWithAStore, PerformsOnlyWhatIsNotKnown) {
  const TemporaryDirectory directory;
  TakeCache cache({directory.path().string(), 1 << 30});
  const ToneSynthesizerFactory tones;
  // Performs the texts; returns those that had to be made, in order, and all samples.
  const auto perform = [&](const std::vector<std::string>& texts) {
    TakeStore store(cache, AudioFormat::wav, {}, tones.version());
    std::string made;
    std::vector<std::byte> audio;
    PerformerOptions options;
    options.format = AudioFormat::wav;
    options.jobs = 2;
    options.recall = [&](const Utterance& utterance) { return store.recall(utterance); };
    options.keep = [&](const Utterance& utterance, const Take& take) {
      made += utterance.text.text() + "|";
      store.keep(utterance, take);
    };
    Performer performer(tones, options, [&](const Utterance&, const Take& take) {
      audio.insert(audio.end(), take.audio.bytes.begin(), take.audio.bytes.end());
    });
    for (const std::string& text : texts) performer.submit(said(text));
    performer.finish();
    return std::pair(made, audio);
  };
  const auto first = perform({"one", "two", "three"});
  EXPECT_EQ(first.first, "one|two|three|");
  const auto again = perform({"one", "two", "three"});
  EXPECT_EQ(again.first, "");
  EXPECT_TRUE(again.second == first.second);
  const auto changed = perform({"one", "four", "three"});
  EXPECT_EQ(changed.first, "four|");
  EXPECT_TRUE(perform({"three", "one", "two"}).first.empty()) << "order does not matter to the cache";
}

}  // namespace
}  // namespace aloud
