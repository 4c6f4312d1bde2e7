#include <gtest/gtest.h>

#include "script/document_builder.h"
#include "script/script.h"

namespace aloud {
namespace {

using test::DocumentBuilder;

constexpr const char* kProfile = R"(
language = "en"
[roles.heading]
pitch = 60
[roles.emphasis]
pitch = 70
[languages.fr]
engine_voice = "roa/fr"
[languages."de-CH"]
engine_voice = "gmw/de"
)";

Script composed(const Document& document) { return compose(document, {parse_voice_profile(kProfile, "p.toml"), {}}); }

// "engine voice/pitch: text" of each utterance.
std::string voices_of(const Script& script) {
  std::string text;
  for (const Utterance& one : script.utterances) {
    text += one.voice.engine_voice + '/' + std::to_string(one.voice.pitch) + ": " + one.text.text() + '\n';
  }
  return text;
}

TEST(ComposeVoices, RolesHaveTheirVoice) {
  DocumentBuilder builder;
  builder.heading("Morning");
  builder.paragraph("It rose.");
  EXPECT_EQ(voices_of(composed(builder.build())), "gmw/en-US/60: Morning\ngmw/en-US/50: It rose.\n");
}

TEST(ComposeVoices, EmphasisIsItsOwnUtteranceWithoutAPause) {
  const Script script = composed(test::paragraph("He said *no*. And *left*, (*so*)"));
  EXPECT_EQ(describe(script), "say[He said] say:emphasis[no.] pause[350ms] say[And] say:emphasis[left, (so)] pause[500ms]\n");
  EXPECT_EQ(script.utterances[1].voice.pitch, 70);
  EXPECT_EQ(script.utterances[0].sentence, script.utterances[1].sentence);
}

TEST(ComposeVoices, EmphasisStaysInTheSentenceWithoutAVoiceOfItsOwn) {
  const VoiceProfile profile = parse_voice_profile("", "p.toml");
  EXPECT_EQ(describe(compose(test::paragraph("He said *no*."), {profile, {}})), "say[He said no.] pause[500ms]\n");
}

TEST(ComposeVoices, PunctuationGoesWithItsNeighbour) {
  EXPECT_EQ(describe(composed(test::paragraph("(*so*) it *—* was"))), "say:emphasis[(so)] say[it — was] pause[500ms]\n");
}

TEST(ComposeVoices, PassagesInAnotherLanguageHaveItsVoice) {
  EXPECT_EQ(voices_of(composed(test::paragraph("The {fr:joie de vivre} of it, {de:sagt} {de-AT:man}."))),
            "gmw/en-US/50: The\nroa/fr/50: joie de vivre\ngmw/en-US/50: of it,\ngmw/de/50: sagt man.\n");
}

// HTML's tags may be in any letters, and underscores are often written.
TEST(ComposeVoices, TagsOfALanguageMayBeWrittenAsPeopleDo) {
  EXPECT_EQ(voices_of(composed(test::paragraph("An {EN:odd} {en_GB:old} {FR:mot} {fr_CA:juste}."))),
            "gmw/en-US/50: An odd old\nroa/fr/50: mot juste.\n");
}

TEST(ComposeVoices, BlocksInAnotherLanguageToo) {
  DocumentBuilder builder;
  builder.paragraph("Bonjour. Au revoir.").language = "fr";
  builder.paragraph("Good *day*.").language = "en-GB";
  EXPECT_EQ(voices_of(composed(builder.build())),
            "roa/fr/50: Bonjour.\nroa/fr/50: Au revoir.\ngmw/en-US/50: Good\ngmw/en-US/70: day.\n");
}

TEST(ComposeVoices, MissingLanguagesAreReportedOnceEach) {
  const Script script = composed(test::paragraph("A {ja:x} b {ja:y} c {sv:z} d {not a tag:w}."));
  EXPECT_EQ(describe(script),
            "say[A x b y c z d w.] pause[500ms]\n"
            "finding[6..7 no-voice-for-language]\n"
            "finding[24..25 no-voice-for-language]\n"
            "finding[40..41 no-voice-for-language]\n");
  EXPECT_EQ(script.findings[0].message, "the voice profile has no voice for the language \"ja\"; its main voice reads it");
  EXPECT_EQ(script.findings[2].message,
            "the voice profile has no voice for a language that is not named by a tag; its main voice reads it");
}

}  // namespace
}  // namespace aloud
