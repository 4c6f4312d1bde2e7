#include <gtest/gtest.h>

#include "script/document_builder.h"
#include "script/script.h"

namespace aloud {
namespace {

// Each utterance with the phonemes of its words in braces.
std::string pronounced(const Script& script) {
  std::string all;
  for (const Utterance& one : script.utterances) {
    const std::string& text = one.text.text();
    std::size_t done = 0;
    for (const Pronunciation& pronunciation : one.pronunciations) {
      all += text.substr(done, pronunciation.spoken.end - done) + '{' + pronunciation.phonemes + '}';
      done = pronunciation.spoken.end;
    }
    all += text.substr(done) + '\n';
  }
  return all;
}

Script composed(const std::string& markdown, const std::string& profile = "", const std::string& language = "",
                const std::string& lexicon = "") {
  ComposeOptions options{parse_voice_profile(profile, "p.toml"), language};
  if (!lexicon.empty()) options.lexicons.push_back(std::make_shared<const Lexicon>(parse_lexicon(lexicon, "l.txt", "en")));
  return compose(read_document(SourceText::decode("a.md", markdown), DocumentFormat::markdown), options);
}

TEST(ComposePronunciations, GoWithTheirUtterance) {
  EXPECT_EQ(pronounced(composed("They record. The record broke.")), "They record{rI#k'o@d}.\nThe record{r'Ek3d} broke.\n");
}

TEST(ComposePronunciations, KeepTheirPlacesInPartsOfALongSentence) {
  std::string text = "They record it";
  for (int i = 0; i < 60; ++i) text += ", and then they record it";
  const Script script = composed(text + '.');
  ASSERT_GT(script.utterances.size(), 3U);
  std::size_t count = 0;
  for (const Utterance& one : script.utterances) {
    for (const Pronunciation& pronunciation : one.pronunciations) {
      EXPECT_EQ(one.text.text().substr(pronunciation.spoken.begin, pronunciation.spoken.size()), "record");
      ++count;
    }
  }
  EXPECT_EQ(count, 61U);
}

TEST(ComposePronunciations, AreForVoicesOfTheLanguageAlone) {
  EXPECT_EQ(pronounced(composed("They record it.", "language = \"de\"\nengine_voice = \"gmw/de\"", "en")), "They record it.\n");
  EXPECT_EQ(pronounced(composed("They record it.", "language = \"en-GB\"\nengine_voice = \"gmw/en-GB-x-rp\"")),
            "They record{rI#k'o@d} it.\n");
  EXPECT_EQ(pronounced(composed("# They record it", "[roles.heading]\nengine_voice = \"gmw/de\"")), "They record it\n");
}

TEST(ComposePronunciations, SuitTheVoiceRatherThanTheArticle) {
  const std::string british = "language = \"en\"\nengine_voice = \"gmw/en\"";
  EXPECT_EQ(pronounced(composed("The record.", british, "en-US")), "The record{r'EkO@d}.\n");
  EXPECT_EQ(pronounced(composed("The record.", "", "en-GB")), "The record{r'Ek3d}.\n");
}

TEST(ComposePronunciations, NameTheirRuleInTheText) {
  const Script script = composed("They record 5 in *Kyiv*.");
  const AlignedText& text = script.utterances.at(0).text;
  EXPECT_EQ(text.rule_of({5, 11}), "heteronym/verb");
  EXPECT_EQ(text.rule_of({12, 16}), "cardinal");
  EXPECT_EQ(text.text().substr(20, 4), "Kyiv");
  EXPECT_EQ(text.rule_of({20, 24}), "name");
  EXPECT_EQ(text.rule_of({0, 4}), "");
}

TEST(ComposePronunciations, ComeFromLexiconsToo) {
  EXPECT_EQ(pronounced(composed("*GIF* and SQL.", "", "", "GIF\t[[dZIf]]\nSQL\tsequel\n")), "gif{dZIf} and sequel.\n");
  EXPECT_EQ(
      pronounced(composed("<span lang=\"fr\">GIF</span>", "[languages.fr]\nengine_voice = \"roa/fr\"", "", "GIF\t[[dZIf]]\n")),
      "GIF\n");
}

TEST(ComposePronunciations, AreLeftToTheEngineWhereAsked) {
  ComposeOptions options{parse_voice_profile("", "p.toml"), "en"};
  options.engine_alone = [](std::size_t block) { return block == 0; };
  const Document document =
      read_document(SourceText::decode("a.txt", "They record.\n\nThey record."), DocumentFormat::plain_text);
  EXPECT_EQ(pronounced(compose(document, options)), "They record.\nThey record{rI#k'o@d}.\n");
}

}  // namespace
}  // namespace aloud
