// What an author asks for in places of an article: pauses, voices, prosody, pronunciations.
#include <gtest/gtest.h>

#include "script/prosody.h"
#include "script/script.h"

namespace aloud {
namespace {

Script composed(const std::string& body) {
  VoiceProfile profile = parse_voice_profile("language = \"en\"\n", "p.toml");
  profile.named["other"] = profile.voice;
  profile.named["other"].pitch = 30;
  return compose(read_document(SourceText::decode("a.ssml", "<speak>" + body + "</speak>"), DocumentFormat::ssml),
                 {profile, {}});
}

TEST(ComposeAsked, PausesAreWhereTheyAreAskedForAndNoShorterThanThoseThatAreThere) {
  const std::pair<const char*, const char*> cases[] = {
      {"One <break time=\"800ms\"/> two.", "say[One] pause[800ms] say[two.] pause[500ms]\n"},
      {"One. <break time=\"800ms\"/> Two.", "say[One.] pause[800ms] say[Two.] pause[500ms]\n"},
      {"One. <break time=\"100ms\"/> Two.", "say[One.] pause[350ms] say[Two.] pause[500ms]\n"},
      {"One <break time=\"10ms\"/> two.", "say[One] pause[60ms] say[two.] pause[500ms]\n"},
      {"<p>One.</p><break time=\"3s\"/><p>Two.</p>", "say[One.]\npause[3000ms] say[Two.] pause[500ms]\n"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(describe(composed(body)), expected) << body;
}

TEST(ComposeAsked, ProsodyAndVoicesMakeUtterancesOfTheirOwn) {
  const Script script = composed(
      "He <prosody rate=\"200%\">ran</prosody> <voice name=\"other\">home <prosody pitch=\"+12st\">now</prosody></voice>.");
  ASSERT_EQ(script.utterances.size(), 4U);
  EXPECT_EQ(script.utterances[0].voice.rate, 175);
  EXPECT_EQ(script.utterances[1].voice.rate, 350);
  EXPECT_EQ(script.utterances[2].voice.pitch, 30);
  EXPECT_EQ(script.utterances[3].voice.pitch, 80);
  EXPECT_EQ(script.utterances[0].sentence, script.utterances[3].sentence);
}

TEST(ComposeAsked, VoicesThatAreNotThereAreFindingsOnceANameAndCostNothing) {
  const Script script = composed("<voice name=\"nobody\">One.</voice> <voice name=\"nobody\">Two.</voice>");
  EXPECT_EQ(script.utterances.size(), 2U);
  ASSERT_EQ(script.findings.size(), 1U);
  EXPECT_EQ(script.findings[0].code, "unknown-voice");
}

TEST(ComposeAsked, PronunciationsAreThoseOfThePlaceAlone) {
  const Script script = composed("A <phoneme ph=\"təˈmɑːtəʊ\">tomato</phoneme> and a tomato.");
  ASSERT_EQ(script.utterances.size(), 1U);
  ASSERT_EQ(script.utterances[0].pronunciations.size(), 1U);
  EXPECT_EQ(script.utterances[0].pronunciations[0].spoken.begin, 2U);
  EXPECT_EQ(script.utterances[0].pronunciations[0].rule, "article");
}

TEST(ComposeAsked, PronunciationsWithoutSoundsOfTheLanguageAreFindings) {
  const Script script = composed("A <phoneme ph=\"ǃǃ\">click</phoneme>.");
  EXPECT_EQ(script.utterances[0].pronunciations.size(), 0U);
  ASSERT_EQ(script.findings.size(), 1U);
  EXPECT_EQ(script.findings[0].code, "unknown-phoneme");
}

TEST(Prosody, ChangesAVoiceInCoarseStepsWithinItsLimits) {
  const VoiceParameters voice;
  EXPECT_EQ(with_prosody(voice, ""), voice);
  EXPECT_EQ(with_prosody(voice, "rate=100%;pitch=100%"), voice);
  EXPECT_EQ(with_prosody(voice, "rate=120%").rate, 210);
  EXPECT_EQ(with_prosody(voice, "rate=121%").rate, 210);
  EXPECT_EQ(with_prosody(voice, "rate=50%;rate=50%").rate, 80);
  EXPECT_EQ(with_prosody(voice, "rate=1000%").rate, 449);
  EXPECT_EQ(with_prosody(voice, "pitch=200%").pitch, 99);
  EXPECT_EQ(with_prosody(voice, "pitch=87%").pitch, 40);
  EXPECT_EQ(with_prosody(voice, "pitch=50%").pitch, 0);
  EXPECT_EQ(with_prosody(voice, "range=20%").range, 10);
  EXPECT_EQ(with_prosody(voice, "volume=20%;rate=x"), voice);
}

}  // namespace
}  // namespace aloud
