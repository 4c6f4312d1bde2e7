#include "script/trace.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "script/document_builder.h"
#include "script/foreign_passages.h"
#include "script/tracing.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud {
namespace {

using test::DocumentBuilder;
using test::TracedScript;
using Lines = std::vector<std::string>;

constexpr const char* kProfile = R"(
language = "en"
[languages.de]
engine_voice = "gmw/de"
)";

ComposeOptions options(const std::string& more = {}) {
  ComposeOptions chosen;
  chosen.profile = parse_voice_profile(kProfile + more, "p.toml");
  return chosen;
}

// The trace, if that of sentences alone is the same and the script fits it.
Lines trace(const Document& document, const std::string& more = {}) {
  const TracedScript traced = test::compose_traced(document, options(more));
  EXPECT_EQ(test::mismatch(traced), "") << describe(traced.script);
  const Lines lines = test::to_texts(traced.sentences);
  EXPECT_EQ(test::to_texts(test::traced_sentences(document, options(more))), lines);
  return lines;
}

Document markdown(const std::string& text) { return read_document(SourceText::decode("x.md", text), DocumentFormat::markdown); }

TEST(Trace, OfAnEmptyDocumentIsEmpty) {
  EXPECT_EQ(trace(Document{}), Lines{});
  EXPECT_EQ(trace(test::paragraph("")), Lines{});
  EXPECT_EQ(trace(test::paragraph(" \t ")), Lines{});
}

TEST(Trace, HoldsOnlyWhatIsSaid) {
  EXPECT_EQ(trace(test::paragraph("... --- ?!")), Lines{});
  EXPECT_EQ(trace(markdown("![](a.png)\n\n***\n"), "[speak]\nimages = \"skip\"\n"), Lines{});
}

TEST(Trace, ASentenceOfSymbolsIsThereIfOneOfThemIsSaid) {
  ComposeOptions dutch;
  dutch.profile = parse_voice_profile("language = \"nl\"\n", "p.toml");
  const Document document = test::paragraph("\u26DF. \u20AC! \u26DF?");
  EXPECT_EQ(test::to_texts(test::compose_traced(document, dutch).sentences), (Lines{"0 b0 5..9 nl [\u20AC!] \u20AC!"}));
  EXPECT_EQ(test::to_texts(test::traced_sentences(document, dutch)), (Lines{"0 b0 5..9 nl [\u20AC!] \u20AC!"}));
}

TEST(Trace, SplitsWhatIsSaidAndNotWhatIsWritten) {
  EXPECT_EQ(trace(markdown("Stop here.[^n] An image ![a cat. a dog](x.png) here.\n\n[^n]: Why?\n")),
            (Lines{"0 b0 0..10 en [Stop here.] Stop here.",
                   "1 b0 15..52 en [An image a cat. a dog here.] An image (image: a cat. a dog) here.",
                   "2 b1 0..0 en [] Note 1.", "3 b1 60..64 en [Why?] Why?"}));
}

TEST(Trace, TellsWhatIsWrittenWhateverThePolicySays) {
  EXPECT_EQ(trace(test::paragraph("See <http://x.org/a/b>")),
            (Lines{"0 b0 0..21 en [See http://x.org/a/b] See link to x.org"}));
  EXPECT_EQ(trace(test::paragraph("`a b` is good. `c`"), "[speak]\ninline_code = \"skip\"\n"),
            (Lines{"0 b0 1..14 en [a b is good.] is good."}));
  EXPECT_EQ(trace(test::paragraph("Look. `a b` Go. `c`"), "[speak]\ninline_code = \"skip\"\n"),
            (Lines{"0 b0 0..5 en [Look.] Look.", "1 b0 7..15 en [a b Go.] Go."}));
  EXPECT_EQ(trace(test::paragraph("Call `f x` now."), "[speak]\ninline_code = \"summarise\"\n"),
            (Lines{"0 b0 0..15 en [Call f x now.] Call code now."}));
}

TEST(Trace, AnAnnouncementIsASentenceThatNobodyWrote) {
  EXPECT_EQ(trace(markdown("```python\nx = 1\n```\n")), (Lines{"0 b0 0..0 en [] Code block in Python, 1 line."}));
}

TEST(Trace, AListItemBeginsWithItsMarker) {
  EXPECT_EQ(trace(markdown("1. One. Two.\n2. [ ] Three.\n- Four.\n")),
            (Lines{"0 b0 0..7 en [1. One.] 1 One.", "1 b0 8..12 en [Two.] Two.",
                   "2 b1 13..26 en [2. [ ] Three.] 2 To do Three.", "3 b2 27..34 en [- Four.] Four."}));
  EXPECT_EQ(trace(markdown("1. One.\n"), "[speak]\nlist_numbers = \"skip\"\n"), (Lines{"0 b0 0..7 en [1. One.] One."}));
  EXPECT_EQ(trace(markdown("1. One.\n2. ...\n")), (Lines{"0 b0 0..7 en [1. One.] 1 One.", "1 b1 8..10 en [2.] 2"}));
}

TEST(Trace, ACellStandsBehindItsColumnsName) {
  EXPECT_EQ(trace(markdown("| Year |\n|---|\n| 2020 |\n| 2021. So. |\n")),
            (Lines{"0 b1 2..21 en [Year 2020] Year: 2020", "1 b2 26..31 en [2021.] Year: 2021.", "2 b2 32..35 en [So.] So."}));
}

TEST(Trace, TellsTheLanguageOfSentencesAndPhrases) {
  EXPECT_EQ(
      trace(test::paragraph("We waited. Das war nicht so gemeint. Then we left.")),
      (Lines{"0 b0 0..10 en [We waited.] We waited.", "1 b0 11..36 de [Das war nicht so gemeint.] Das war nicht so gemeint.",
             "2 b0 37..50 en [Then we left.] Then we left."}));
  EXPECT_EQ(trace(test::paragraph("The sign read: \"Bitte nicht auf den Rasen treten.\"")),
            (Lines{"0 b0 0..50 en [The sign read: \"Bitte nicht auf den Rasen treten.\"] The sign read: \"Bitte nicht auf den "
                   "Rasen treten.\"; de@15..50"}));
}

TEST(Trace, AParagraphInAnotherLanguageIsSplitByItsRules) {
  const std::string text = "Es war am 3. Oktober, d. h. im Herbst. Niemand kam, und wir gingen nach Hause.";
  EXPECT_EQ(trace(test::paragraph(text)),
            (Lines{"0 b0 0..38 de [Es war am 3. Oktober, d. h. im Herbst.] Es war am 3. Oktober, d. h. im Herbst.",
                   "1 b0 39..78 de [Niemand kam, und wir gingen nach Hause.] Niemand kam, und wir gingen nach Hause."}));
}

TEST(Trace, ALongSentenceIsOneWhateverItIsCutInto) {
  std::string text = "It began";
  for (int i = 0; i < 60; ++i) text += ", and then it went on";
  const TracedScript traced = test::compose_traced(test::paragraph(text + ". End."), options());
  ASSERT_EQ(traced.sentences.size(), 2U);
  EXPECT_EQ(traced.sentences[0].written, text + ".");
  EXPECT_GT(traced.script.utterances.size(), 3U);
  EXPECT_EQ(test::mismatch(traced), "");
}

TEST(Trace, ASilentAliasMakesASentenceSilent) {
  ComposeOptions silent = options();
  silent.lexicons.push_back(std::make_shared<const Lexicon>(parse_lexicon("Hush\t= ...\n", "l.txt", "en")));
  const Document document = test::paragraph("Hush. So be it.");
  const TracedScript traced = test::compose_traced(document, silent);
  EXPECT_EQ(test::mismatch(traced), "");
  EXPECT_EQ(test::to_texts(test::traced_sentences(document, silent)), test::to_texts(traced.sentences));
}

// A sink that writes down the order in which it is told things.
class Order final : public TraceSink, public ScriptSink {
 public:
  void sentence(SentenceTrace sentence) override { text += "sentence" + std::to_string(sentence.index) + ' '; }
  void say(Utterance utterance) override { text += "say" + std::to_string(utterance.sentence) + ' '; }
  void leave_out(LeftOut /*left_out*/) override {}
  void report(Finding /*finding*/) override {}
  std::string text;
};

TEST(Trace, ASentenceIsToldBehindItsUtterancesAndBeforeTheNext) {
  Order order;
  ComposeOptions traced = options();
  traced.trace = &order;
  compose(markdown("1. One.\n\nTwo. Three.\n"), traced, order);
  EXPECT_EQ(order.text, "say0 say0 sentence0 say1 sentence1 say2 sentence2 ");
}

TEST(Trace, NobodyListeningChangesNothing) {
  const Document document = markdown("1. One *two*[^n]. Three\n\n| A |\n|---|\n| 1 |\n\n[^n]: Note.\n");
  EXPECT_EQ(describe(test::compose_traced(document, options()).script), describe(compose(document, options())));
}

TEST(Trace, KnownPassagesChangeNothing) {
  const Document document = markdown("So. Das war nat\u00fcrlich nicht so gemeint. ![A. B](x)\n\n| A. B |\n|---|\n| C. D |\n");
  ComposeOptions known = options();
  const auto speaks = [&](const std::string& tag) { return has_voice_for(known.profile, tag); };
  known.passages = std::make_shared<const ArticlePassages>(find_passages(document, "en", speaks));
  EXPECT_EQ(describe(compose(document, known)), describe(compose(document, options())));
}

// Everything that people and fuzzers begin with: all articles, and what is odd.
TEST(Trace, FitsTheScriptOfEveryArticleAndSeed) {
  std::size_t sentences = 0;
  for (const char* folder : {"/text", "/tests/fuzz/seeds/fuzz_markdown", "/tests/fuzz/seeds/fuzz_plain_text"}) {
    for (const auto& file : std::filesystem::directory_iterator(std::string(ALOUD_SOURCE_DIR) + folder)) {
      SCOPED_TRACE(file.path().string());
      const Document document = read_document(SourceText::decode(file.path().string(), test::read_file(file.path().string())),
                                              format_of_path(file.path().string()));
      for (const char* more : {"", "[speak]\nimages = \"skip\"\nurls = \"skip\"\ncode_blocks = \"speak\"\n"}) {
        sentences += trace(document, more).size();
      }
    }
  }
  EXPECT_GT(sentences, 1000U);
}

std::string changes(const std::string& text) {
  std::string all;
  const Script script = compose(test::paragraph(text), options());
  for (const Utterance& utterance : script.utterances) {
    for (const Change& change : changes_of(utterance)) {
      all += change.kind() + '|' + change.rule + '|' + text.substr(change.source.begin, change.source.size()) + '|' +
             utterance.text.text().substr(change.spoken.begin, change.spoken.size()) + '|' + change.phonemes + '|' +
             change.reason + '\n';
    }
  }
  return all;
}

TEST(Changes, TellTheKindOfValueTheRuleAndBothTexts) {
  EXPECT_EQ(
      changes("On 03/05/2024 it cost \u201c$4.50\u201d."),
      "date|date/numeric|03/05/2024|March fifth twenty twenty four||\nmoney|money{$ 4.50}|$4.50|four dollars fifty cents||\n");
}

TEST(Changes, TellWhyAWordIsPronouncedOtherwise) {
  EXPECT_EQ(changes("They record it."),
            "heteronym|heteronym/verb|record|record|rI#k'o@d|record as verb: -1 pronoun; +1 det|poss|object\n");
}

TEST(Changes, OfPlainWordsThereAreNone) { EXPECT_EQ(changes("Plain \u201cwords\u201d \u2013 all."), ""); }

}  // namespace
}  // namespace aloud
