// What the script asks of the engine that will speak.
#include <gtest/gtest.h>

#include "document/document.h"
#include "script/script.h"

namespace aloud {
namespace {

ComposeOptions options_for(const std::string& language, const EngineTraits& engine) {
  ComposeOptions options{{}, language};
  options.engine = &engine;
  return options;
}

std::vector<std::string> utterances_for(const EngineTraits& engine) {
  const SourceText source = SourceText::decode("a.txt", "Ships go out, ships come in € today.");
  const Document document = read_document(source, DocumentFormat::plain_text);
  std::vector<std::string> texts;
  for (const Utterance& utterance : compose(document, options_for("xx", engine)).utterances)  // no rules but the common ones
    texts.push_back(utterance.text.text());
  return texts;
}

TEST(ComposeForAnEngine, CutsWhereItsUtterancesEnd) {
  EngineTraits small = espeak_traits();
  small.most_bytes = 25;
  EXPECT_EQ(utterances_for(espeak_traits()).size(), 1U);
  const std::vector<std::string> parts = utterances_for(small);
  ASSERT_GT(parts.size(), 1U);
  EXPECT_EQ(parts.front(), "Ships go out,");
}

TEST(ComposeForAnEngine, LeavesOutWhatItDoesNotSay) {
  EngineTraits silent = espeak_traits();
  silent.speaks = [](char32_t symbol) { return symbol != U'€'; };
  silent.spelling.longest_word = 4;
  EXPECT_EQ(utterances_for(silent), std::vector<std::string>{"Ship s go out, ship s come in toda y."});
}

TEST(ComposeForAnEngine, GivesPronunciationsToVoicesOfTheLanguageAlone) {
  const SourceText source = SourceText::decode("a.txt", "They lead him.");
  const Document document = read_document(source, DocumentFormat::plain_text);
  EngineTraits german = espeak_traits();
  german.language_of = [](const VoiceParameters&) { return std::string("de"); };
  const auto pronunciations = [&](const EngineTraits& engine) {
    return compose(document, options_for("en", engine)).utterances.front().pronunciations.size();
  };
  EXPECT_EQ(pronunciations(espeak_traits()), 1U);
  EXPECT_EQ(pronunciations(german), 0U);
}

}  // namespace
}  // namespace aloud
