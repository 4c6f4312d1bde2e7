#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nettle/sha2.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <sstream>

#include "engine/synthesizer.h"
#include "process/performing.h"
#include "process/take_maker.h"
#include "support/test_paths.h"
#include "util/error.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;

const SynthesizerFactory& espeak() {
  static const std::unique_ptr<SynthesizerFactory> factory = make_espeak_factory();
  return *factory;
}

/// "espeak-ng 1.51", without the digest of the data.
std::string engine_version() { return espeak().version().substr(0, espeak().version().find(" data ")); }

std::string sha256_of(const Take& take) {
  std::uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_ctx context;
  nettle_sha256_init(&context);
  nettle_sha256_update(&context, take.audio.bytes.size(), reinterpret_cast<const std::uint8_t*>(take.audio.bytes.data()));
  nettle_sha256_digest(&context, sizeof digest, digest);
  std::ostringstream hex;
  for (const unsigned char byte : digest) hex << "0123456789abcdef"[byte >> 4] << "0123456789abcdef"[byte & 15];
  return hex.str();
}

/// Sentences of many shapes, which end in all kinds of words: those that eSpeak NG merges, numbers, abbreviations, quotes.
std::vector<std::string> varied_sentences(std::size_t count) {
  const char* starts[] = {"The old mayor", "Nobody", "In 1953, her \"aunt\"", "Well - the U.S. Army", "He", "It's",
                          "Dr. Ek's dog",  "They"};
  const char* verbs[] = {
      "said that it was one of the", "walked", "had to be", "did not want", "paid $4.50 for", "was going to", "sold 1,234"};
  const char* ends[] = {"in the",
                        "of the",
                        "have been.",
                        "state-of-the-art houses",
                        "3.14",
                        "at 10:30 a.m.",
                        "(again)",
                        "e.g.",
                        "\"now.\"",
                        "don't!",
                        "to the",
                        "as well as",
                        "one of them?",
                        "99%",
                        "A & B",
                        "more than that;",
                        "I",
                        "it is"};
  std::vector<std::string> sentences;
  for (std::size_t i = 0; sentences.size() < count; ++i)
    sentences.push_back(std::string(starts[i % 8]) + ' ' + verbs[i / 8 % 7] + ' ' + ends[i % 18]);
  return sentences;
}

TEST(Espeak, SaysASentenceTheSameWhateverWasSaidBeforeAndHoweverManyJobs) {
  std::vector<std::string> texts = varied_sentences(24);
  const Performed reference = perform(espeak(), texts, plain_options(1));
  for (const unsigned jobs : {2U, 3U, 8U}) {
    std::vector<std::string> reversed(texts.rbegin(), texts.rend());
    const Performed other = perform(espeak(), reversed, plain_options(jobs));
    for (std::size_t i = 0; i < texts.size(); ++i)
      EXPECT_EQ(reference[i].second.audio.bytes, other[texts.size() - 1 - i].second.audio.bytes) << texts[i];
  }
}

std::uint64_t hash_of(std::span<const std::int16_t> samples) {  // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const std::byte byte : std::as_bytes(samples)) hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001B3U;
  return hash;
}

/// What the engine says of each text in a freshly forked process that nothing contains, trimmed, as hashes.
std::vector<std::uint64_t> uncontained_hashes(const std::vector<std::string>& texts, const VoiceParameters& voice) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  if (fork() == 0) {
    const std::unique_ptr<Synthesizer> synthesizer = espeak().make(voice);
    for (const std::string& text : texts) {
      if (fork() == 0) {
        const std::uint64_t hash = hash_of(trim_silence(synthesizer->speak(text).samples));
        _exit(write(ends[1], &hash, sizeof hash) == sizeof hash ? 0 : 1);
      }
      wait(nullptr);
    }
    _exit(0);
  }
  close(ends[1]);
  std::vector<std::uint64_t> hashes(texts.size());
  for (std::uint64_t& hash : hashes) EXPECT_EQ(read(ends[0], &hash, sizeof hash), static_cast<ssize_t>(sizeof hash));
  close(ends[0]);
  wait(nullptr);
  return hashes;
}

TEST(Espeak, SaysInContainmentWhatItSaysWithout) {
  std::vector<std::string> texts = varied_sentences(60);
  for (const char* text :
       {"안녕 하세요 everyone.", "The word नमस्ते is a greeting.", "Γειά σου, and שלום.", "Привет, мир!", "你好 and こんにちは.",
        "Der Download im Internet ist ein Event.", "Le week-end, un best-seller.", "ಕನ್ನಡ தமிழ் తెలుగు ਪੰਜਾਬੀ ไทย"})
    texts.emplace_back(text);
  for (const char* name : {"gmw/en-US", "gmw/de", "roa/fr", "roa/es", "zle/ru"}) {
    VoiceParameters voice;
    voice.engine_voice = name;
    const std::vector<std::uint64_t> expected = uncontained_hashes(texts, voice);
    const Performed performed = perform(espeak(), texts, plain_options(3), voice);
    ASSERT_EQ(performed.size(), expected.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      EXPECT_EQ(performed[i].second.failure, std::nullopt) << name << ": " << texts[i];
      EXPECT_EQ(hash_of(samples_of(performed[i].second)), expected[i]) << name << ": " << texts[i];
    }
  }
}

TEST(Espeak, ReachesTheEndOfVariedSentences) {
  const std::vector<std::string> texts = varied_sentences(1008);
  for (const auto& [index, take] : perform(espeak(), texts, plain_options(2))) {
    EXPECT_EQ(take.failure, std::nullopt) << texts[index];
    EXPECT_EQ(take.simplified, std::nullopt) << texts[index];
    Frames last = take.audio.speech_begin;
    for (const WordTime& word : take.words) {
      EXPECT_LE(last, word.begin) << texts[index];
      EXPECT_LE(word.begin, word.end) << texts[index];
      last = word.end;
    }
    EXPECT_LE(last, take.audio.speech_end) << texts[index];
  }
}

TEST(Espeak, GivesEachWordAPlausibleTime) {
  const Performed performed = perform(espeak(), {"The quick brown fox jumps over the lazy dog."}, plain_options(1));
  const Take& take = performed.at(0).second;
  ASSERT_EQ(take.words.size(), 9U);
  for (const WordTime& word : take.words) {
    EXPECT_GE((word.end - word.begin).count, 22050 * 40 / 1000);
    EXPECT_LE((word.end - word.begin).count, 22050 * 800 / 1000);
  }
  EXPECT_LT((take.words.front().begin - take.audio.speech_begin).count, 22050 * 50 / 1000);
  EXPECT_LT((take.audio.speech_end - take.words.back().end).count, 22050 * 50 / 1000);
}

TEST(Espeak, MatchesTheSamplesOnRecord) {
  std::ifstream table(ALOUD_SOURCE_DIR "/tests/golden/pcm_hashes.tsv");
  ASSERT_TRUE(table.is_open());
  std::size_t compared = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);  // version, voice, variant, hash, text
    std::string version, voice_name, variant, hash, text;
    std::getline(fields, version, '\t');
    std::getline(fields, voice_name, '\t');
    std::getline(fields, variant, '\t');
    std::getline(fields, hash, '\t');
    std::getline(fields, text, '\t');
    if (version != engine_version()) continue;
    VoiceParameters voice;
    voice.engine_voice = voice_name;
    voice.variant = variant;
    EXPECT_EQ(sha256_of(perform(espeak(), {text}, plain_options(1), voice).at(0).second), hash) << line;
    ++compared;
  }
  if (compared == 0) GTEST_SKIP() << "no samples on record for " << engine_version();
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Espeak, LosesNoNeighbourToTextThatCrashesIt) {
  const std::string hostile[] = {repeated("s'", 68),
                                 repeated("ness", 68),
                                 repeated("a.", 85),
                                 repeated("e.g.", 43),
                                 repeated("p.m. ", 43),
                                 "\x01"
                                 "99999999M x",
                                 "[[ unclosed",
                                 "<audio src=\"/etc/passwd\">"};
  for (const std::string& text : hostile) {
    const Performed performed = perform(espeak(), {"One.", text, "Three."}, plain_options(2));
    EXPECT_EQ(performed.at(0).second.failure, std::nullopt);
    EXPECT_EQ(performed.at(1).second.failure, std::nullopt) << text;
    EXPECT_FALSE(performed.at(1).second.audio.bytes.empty()) << text;
    EXPECT_EQ(performed.at(2).second.failure, std::nullopt);
  }
}

TEST(Espeak, DoesNotPassAClauseThatItCutsOffForSpoken) {
  // 1,000 phonemes fit into a clause; the rest of these numbers would be dropped without an error.
  const Performed performed = perform(espeak(), {repeated("777777 ", 49)}, plain_options(1));
  EXPECT_THAT(performed.at(0).second.failure.value_or(""), HasSubstr("clause too long"));
}

TEST(EspeakFactory, NamesNearMissesOfAnUnknownVoice) {
  const struct {
    const char *voice, *variant, *message;
  } cases[] = {{"gmw/en-us", "", "eSpeak NG has no voice \"gmw/en-us\" (did you mean \"gmw/en-US\""},
               {"roa/frr", "", "(did you mean \"roa/fr\""},
               {"gmw/en-US", "F2", "eSpeak NG has no voice variant \"F2\" (did you mean \"f2\""},
               {"mb/mb-us1", "", "eSpeak NG has no voice \"mb/mb-us1\""},
               {"../../../etc/passwd", "", "eSpeak NG has no voice"}};
  for (const auto& c : cases) {
    VoiceParameters voice;
    voice.engine_voice = c.voice;
    voice.variant = c.variant;
    try {
      perform(espeak(), {"hello"}, plain_options(1), voice);
      ADD_FAILURE() << c.voice;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::synthesis);
      EXPECT_THAT(error.what(), HasSubstr(c.message));
    }
  }
}

TEST(EspeakFactory, SaysWhereItLookedForData) {
  try {
    make_espeak_factory({.data_path = "/nowhere"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("no eSpeak NG data in /nowhere"));
  }
}

TEST(EspeakVoices, AreListedWithoutMbrola) {
  const std::vector<EngineVoice> voices = list_espeak_voices();
  EXPECT_GT(voices.size(), 100U);
  const auto us = std::find_if(voices.begin(), voices.end(), [](const auto& v) { return v.identifier == "gmw/en-US"; });
  ASSERT_NE(us, voices.end());
  EXPECT_EQ(us->language, "en-us");
  EXPECT_EQ(us->name, "English (America)");
  for (const EngineVoice& voice : voices) EXPECT_EQ(voice.identifier.find("mb"), std::string::npos);
  EXPECT_THAT(list_espeak_variants(), testing::Contains("f2"));
}

}  // namespace
}  // namespace aloud
