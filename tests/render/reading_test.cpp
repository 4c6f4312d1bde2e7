#include <gtest/gtest.h>

#include "document/document.h"
#include "render/render.h"
#include "script/script.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

constexpr const char* kGerman =
    "Der Zug hielt auf offener Strecke. Niemand wusste, warum, und niemand fragte danach. Es war Nacht, und es schneite seit "
    "Stunden auf die Felder.\n";

Document article(const std::string& text) { return read_document(SourceText::decode("a.md", text), DocumentFormat::markdown); }

VoiceChoice shipped() {
  VoiceChoice choice;
  choice.directories = {ALOUD_SOURCE_DIR "/voices"};
  return choice;
}

TEST(ChooseReading, DetectsTheLanguageAndTakesItsVoice) {
  const Reading reading = choose_reading(article(kGerman), shipped());
  EXPECT_EQ(reading.profile.name, "de");
  EXPECT_EQ(reading.language, "de");
  EXPECT_EQ(reading.language_source, LanguageSource::detected);
}

TEST(ChooseReading, WhatIsDeclaredWins) {
  const Reading front = choose_reading(article("---\nlang: fr\n---\n" + std::string(kGerman)), shipped());
  EXPECT_EQ(front.profile.name, "fr");
  EXPECT_EQ(front.language_source, LanguageSource::declared);
  VoiceChoice choice = shipped();
  choice.language = "it";
  EXPECT_EQ(choose_reading(article("---\nlang: fr\n---\n" + std::string(kGerman)), choice).language, "it");
}

TEST(ChooseReading, KeepsTheVoiceThatWasAskedFor) {
  VoiceChoice choice = shipped();
  choice.name = "en-gb";
  const Reading reading = choose_reading(article(kGerman), choice);
  EXPECT_EQ(reading.profile.name, "en-gb");
  EXPECT_EQ(reading.language, "de");
  const Reading english =
      choose_reading(article("The train stopped in the middle of the night, and nobody knew why it did.\n"), choice);
  EXPECT_EQ(english.language, "en-GB");  // more exact than what can be detected
}

TEST(ChooseReading, AssumesTheVoicesLanguageWhenInDoubt) {
  const Reading reading = choose_reading(article("12 345\n"), shipped());
  EXPECT_EQ(reading.language, "en-US");
  EXPECT_EQ(reading.language_source, LanguageSource::assumed);
}

TEST(ChooseReading, DetectsNothingIfTold) {
  VoiceChoice choice = shipped();
  choice.detect = false;
  const Reading reading = choose_reading(article(kGerman), choice);
  EXPECT_EQ(reading.language, "en-US");
  EXPECT_EQ(reading.profile.foreign_passages, ForeignPassageChoice::declared);
}

TEST(ChooseReading, TakesALanguageAsPeopleWriteIt) {
  const Reading austrian = choose_reading(article("---\nlang: de_at\n---\nGut.\n"), shipped());
  EXPECT_EQ(austrian.profile.name, "de");
  EXPECT_EQ(austrian.language, "de-AT");
  VoiceChoice choice = shipped();
  choice.name = "en-gb";
  const Document document = article("Some <span lang=\"EN\">words</span> and <span lang=\"FR\">des mots</span>.\n");
  const Reading reading = choose_reading(document, choice);
  EXPECT_FALSE(reading.profile.languages.contains("en") || reading.profile.languages.contains("EN"));
  EXPECT_TRUE(reading.profile.languages.contains("fr"));
}

TEST(ChooseReading, InvitesVoicesForThePassagesOfAnArticle) {
  const Document document = article(
      "The train stopped, and nobody knew why. Dit is een zin die niemand hier kan verstaan.\n\n<p lang=\"sv\">Hej</p>\n");
  VoiceChoice choice = shipped();
  choice.adjust = [](VoiceProfile& profile) { apply_override(profile, "rate", "350"); };
  const Reading reading = choose_reading(document, choice);
  ASSERT_TRUE(reading.profile.languages.contains("nl"));
  ASSERT_TRUE(reading.profile.languages.contains("sv"));
  EXPECT_EQ(reading.profile.languages.at("nl").engine_voice, "gmw/nl");
  EXPECT_GT(reading.profile.languages.at("nl").rate, 300);  // follows the main voice
  EXPECT_NE(describe(compose(document, {reading.profile, reading.language})).find("say@nl["), std::string::npos);
}

}  // namespace
}  // namespace aloud
