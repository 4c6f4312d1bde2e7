#include "language/spoken_form/normalizer.h"

#include <sys/wait.h>

#include <cstdio>

#include <gtest/gtest.h>

#include "language/spoken_form/spoken_cases.h"
#include "language/spoken_form/spoken_properties.h"
#include "language/words.h"
#include "support/texts_over.h"

namespace aloud {
namespace {

// A language that has none but the common rules.
AlignedText spoken(std::string_view text) { return test::spoken("fi", text); }

std::string say(std::string_view text) { return spoken(text).text(); }

std::string repeat(const std::string& part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST(Normalizer, WritesWhatTheEngineReadsWell) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Plain prose stays, all of it, as it is.", "Plain prose stays, all of it, as it is."},
      {"“Don’t,” he said", "\"Don't,\" he said"},
      {"„Ja“, «oui», ‘well’", "\"Ja\", \"oui\", 'well'"},
      {"a\tb\n c\u00A0\u2003d", "a b c d"},
      {" a ", "a"},
      {"a\x01\x7F\u0085z", "a z"},
      {"ze\u200Bro\u200D \u202Ebidi\u202C sof\u00ADt \uFEFFbom \uE000private \uFFFDlost", "zero bidi soft bom private lost"},
      {"\u0645\u06CC\u200C\u0631\u0648\u062F", "\u0645\u06CC\u200C\u0631\u0648\u062F"},
      {"What???????", "What???"},
      {"----------", "---"},
      {"cafe\u0301", "café"},
      {"x" + repeat("\u0335", 9), "x" + repeat("\u0335", 3)},
      {"a [[b]] c", "a [ [b]] c"},
      {"[[[", "[ [ ["},
      {"rock 'n' roll o'c'l'ock", "rock 'n' roll o'c'lock"},
      {std::string(130, 'm'), std::string(60, 'm') + " " + std::string(60, 'm') + " " + std::string(10, 'm')},
      {std::string(25, '7'), std::string(20, '7') + " 77777"},
      {"non‑breaking", "non-breaking"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(say(text), expected) << text;
}

TEST(Normalizer, RecordsEachChangeWithItsRule) {
  const AlignedText result = spoken("“Hi”  [[there");
  ASSERT_EQ(result.text(), "\"Hi\" [ [there");
  std::string rules;
  for (const AlignedText::Run& run : result.runs()) {
    if (!run.rule.empty()) rules += run.rule + "@" + std::to_string(run.text_begin) + "-" + std::to_string(run.text_end) + " ";
  }
  EXPECT_EQ(rules, "straighten-quote@0-1 straighten-quote@3-4 fold-space@4-5 break-phoneme-brackets@6-7 ");
}

TEST(Normalizer, KeepsEveryPartAlignedToItsSource) {
  const AlignedText result = spoken("“Hi”  you");
  EXPECT_EQ(result.source_of({0, 1}), (ByteRange{0, 3}));
  EXPECT_EQ(result.source_of({1, 3}), (ByteRange{3, 5}));
  EXPECT_EQ(result.source_of({4, 5}), (ByteRange{8, 10}));
  EXPECT_EQ(result.source_of({5, 8}), (ByteRange{10, 13}));
}

TEST(Normalizer, LeavesRemovedBytesOutOfAllRuns) {
  const AlignedText result = spoken("so\u00ADft");
  EXPECT_EQ(result.source_pieces(), (std::vector<ByteRange>{{0, 2}, {4, 6}}));
}

TEST(Normalizer, KeepsItsPropertiesOverASmallAlphabet) {
  const std::vector<std::string> alphabet = {"a", ".", " ", "'", "’", "[", "\u0301", "\u00AD", "\t", "\x01", "1", "漢"};
  for (const std::string& text : test::texts_over(alphabet, 4)) ASSERT_STREQ(broken_property(text), nullptr) << text;
}

// Texts that make eSpeak NG 1.51 abort as they stand.
std::vector<std::string> crashers() {
  return {repeat("s'", 68),
          repeat("s’", 68),
          repeat("’s", 68),
          repeat("ness", 68),
          repeat("a.", 85),
          repeat("A.B.", 43),
          repeat("a . ", 85),
          repeat("é . ", 57),
          repeat("U.", 85),
          repeat("e.g.", 43),
          repeat("p.m. ", 43),
          repeat("g.e.", 40),
          repeat("1.", 114),
          repeat("un", 51),
          "0." + std::string(136, '0') + "1",
          "[[" + std::string(40, 'x'),
          "\x01"
          "99999999M x"};
}

TEST(Normalizer, KeepsItsPropertiesOnTextsThatCrashTheEngine) {
  for (const std::string& text : crashers()) EXPECT_STREQ(broken_property(text), nullptr) << text;
}

// The exit status of the engine's own program for a text; -1 if it was killed, 127 if it is not installed.
int engine_status(const std::string& voice, const std::string& text) {
  FILE* pipe = popen(("espeak-ng -q -v " + voice + " --stdin >/dev/null 2>&1; exit $?").c_str(), "w");
  if (pipe == nullptr) return 127;
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = pclose(pipe);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Normalizer, MakesTextsHarmlessThatCrashTheEngine) {
  if (engine_status("en-us", "yes") != 0) GTEST_SKIP() << "espeak-ng is not installed";
  for (const std::string voice : {"en-us", "de", "fr", "ru"}) {
    for (const std::string& text : crashers()) EXPECT_EQ(engine_status(voice, say(text)), 0) << voice << ": " << text;
  }
}

TEST(Normalizer, TakesLinearTime) {
  for (const std::string part : {"a.", "’", "[[", "\u0301", " ", "x", "the sea ", "\x01", "“a” "}) {
    EXPECT_FALSE(say(repeat(part, 200'000)).size() > 2'000'000) << part;
  }
}

// The engine knows the older ones, and passes over those of 2018 and later.
TEST(Normalizer, NamesNewEmojiInLanguagesOfTheirOwn) {
  struct Case {
    const char *language, *written, *said;
  };
  for (const auto& [language, written, said] : {Case{"it", "A 🥰.", "A faccina con cuoricini."},
                                                {"it", "A 😀.", "A 😀."},
                                                {"nb", "A🥲b", "A smilefjes med tåre b"},
                                                {"ru", "A 🫶🏽.", "A жест \"сердце\"."},
                                                {"cy", "A 🥰.", "A 🥰."}}) {
    EXPECT_EQ(test::spoken(language, written).text(), said) << language;
  }
}

}  // namespace
}  // namespace aloud
