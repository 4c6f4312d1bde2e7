// End to end: lexicons change what is said, and are looked after.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/aloud_program.h"
#include "support/engine_facts.h"
#include "support/temporary_directory.h"

namespace aloud::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class LexiconCommand : public testing::Test {
 protected:
  std::string phonemes(const std::string& article, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"inspect", "--stage", "phonemes", article};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = aloud(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }

  TemporaryDirectory directory_;
};

TEST_F(LexiconCommand, AddsTestsAndRefuses) {
  const std::string path = directory_ / "names.txt";
  EXPECT_EQ(aloud({"lexicon", "add", path, "Zorblax", "[[z'A:]]"}).status, 0);
  EXPECT_EQ(aloud({"lexicon", "add", path, "GIF", "/dʒɪf/"}).status, 0);
  EXPECT_EQ(read_file(path), "GIF\t/dʒɪf/\nZorblax\t[[z'A:]]\n");
  const Outcome twice = aloud({"lexicon", "add", path, "GIF", "jif"});
  EXPECT_EQ(twice.status, 1);
  EXPECT_THAT(twice.err, HasSubstr("names.txt:1: \"GIF\" is there already"));
  const Outcome tried = aloud({"lexicon", "test", "GIF", "--lexicon", path, "-o", directory_ / "both.wav"});
  EXPECT_EQ(tried.status, 0) << tried.err;
  EXPECT_THAT(tried.out, HasSubstr("without: ɡˈɪf\n  with:    dʒɪf  lexicon/names.txt"));
  EXPECT_GT(read_file(directory_ / "both.wav").size(), 20'000U);
}

TEST_F(LexiconCommand, ListsWordsThatNoDictionaryKnows) {
  const std::string article = directory_.put("a.txt", "The zorblax saw the zorblax. Kyiv is here.");
  const Outcome all = aloud({"lexicon", "check", article});
  EXPECT_THAT(all.out, HasSubstr("zorblax\tzˈ" + engine_facts().north_in_ipa + "blæks\t2\n"));
  EXPECT_THAT(all.out, Not(HasSubstr("Kyiv")));
  const std::string lexicon = directory_.put("l.txt", "zorblax\t[[z'A:]]\n");
  EXPECT_THAT(aloud({"lexicon", "check", article, "--lexicon", lexicon}).out, Not(HasSubstr("zorblax")));
}

TEST_F(LexiconCommand, LexiconsAreLayered) {
  directory_.put("voices/v.toml", "lexicons = [\"voice.txt\"]\n");
  directory_.put("voices/voice.txt", "foo\t[[v'A:]]\nbar\t[[v'O:]]\nbaz\t[[v'i:]]\n");
  directory_.put("article.txt", "bar\t[[k'O:]]\nbaz\t[[k'i:]]\n");
  const std::string asked = directory_.put("asked.txt", "baz\t[[z'i:]]\n");
  const std::string article = directory_.put("a.md", "---\nlexicon: article.txt\n---\nfoo bar baz");
  EXPECT_THAT(phonemes(article, {"--voice", directory_ / "voices/v.toml", "--lexicon", asked}), HasSubstr("vˈɑː kˈɔː zˈiː"));
}

TEST_F(LexiconCommand, AliasesAreInLinesToo) {
  const std::string weak = directory_.put("weak.txt", "W3C\tweak\nSQL\tsequel\n");
  const std::string strong = directory_.put("strong.txt", "W3C\t5 webs\n");
  const Outcome lines = aloud({"inspect", "--stage", "spoken", "--lines", "--lexicon", weak, "--lexicon", strong,
                               directory_.put("in", "W3C and SQL\n\nno\n")});
  EXPECT_EQ(lines.out, "five webs and sequel\n\nno\n") << lines.err;
}

TEST_F(LexiconCommand, MistakesNameTheirPlace) {
  const std::string article = directory_.put("a.md", "---\nlexicons: [none.txt]\n---\nfoo");
  const Outcome missing = aloud({"inspect", article});
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.err, HasSubstr("a.md: the front matter asks for the lexicon none.txt"));
  const std::string bad = directory_.put("bad.txt", "\nfoo\t/ɓ/\n");
  EXPECT_THAT(aloud({"inspect", "--lexicon", bad, directory_.put("b.txt", "foo")}).err,
              HasSubstr("bad.txt:2: \"foo\": the voices"));
  EXPECT_THAT(aloud({"inspect", "--lexicon", directory_ / "x.txt", directory_ / "b.txt"}).err, HasSubstr("cannot open"));
}

TEST_F(LexiconCommand, AChangedEntryCostsTheSentencesThatUseIt) {
  const std::string article = directory_.put("a.txt", "One zorblax came. Two went out. Three stayed.");
  const auto render = [&](const std::string& entry) {
    const Outcome outcome = aloud({"render", article, "-o", directory_ / "a.ogg", "--stats", "--rate", "449", "--lexicon",
                                   directory_.put("l.txt", entry), "--cache-dir", directory_ / "cache"});
    return counters(outcome.out)["reused_takes"];
  };
  EXPECT_EQ(render("zorblax\t[[z'A:]]\n"), "0");
  EXPECT_EQ(render("zorblax\t[[z'O:]]\n"), "2");
  EXPECT_EQ(render("zorblax\t[[z'O:]]\nunused\tnothing\n"), "3");
}

}  // namespace
}  // namespace aloud::test
