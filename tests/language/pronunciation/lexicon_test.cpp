#include "language/pronunciation/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/pronunciation/lexicon_editor.h"
#include "language/pronunciation/lexicon_index.h"
#include "util/error.h"

namespace aloud {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// "grapheme=alias" or "grapheme[phonemes]", with role and language where there are some.
std::string described(const std::vector<LexiconEntry>& entries) {
  std::string text;
  for (const LexiconEntry& one : entries) {
    text += one.grapheme + (one.role.empty() ? "" : "(" + one.role + ")") + (one.language.empty() ? "" : "@" + one.language) +
            (one.phonemes.empty() ? "=" + one.alias : "[" + one.phonemes + "]") + '\n';
  }
  return text;
}

std::string described(std::string_view text) { return described(parse_lexicon(text, "x", "en-US").entries); }

std::string failure_of(std::string_view text) {
  try {
    parse_lexicon(text, "my.lex", "en");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "no failure";
}

std::string pls(const std::string& content, const std::string& attributes = "alphabet=\"ipa\" xml:lang=\"en-US\"") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lexicon version=\"1.0\" "
         "xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\" " +
         attributes + ">\n" + content + "</lexicon>\n";
}

TEST(WordList, HasTwoColumns) {
  EXPECT_EQ(
      described(
          "# a comment\nSQL\tsequel\n\nNguyen  [[w'In]]\nGIF /dʒɪf/\nNew   York\tthe  big apple\nWest End [[w'Est 'End]]\n"),
      "SQL=sequel\nNguyen@en[w'In]\nGIF@en[dZIf]\nNew York=the big apple\nWest End@en[w'Est 'End]\n");
}

TEST(WordList, HasRolesAndLanguages) {
  EXPECT_EQ(
      described(
          "record (verb)\t[[rI#k'o@d]]\nrecord (noun)\t[[r'Ek3d]]\n@language de\nBerlin\t/bɛɐˈliːn/\nAG\tAktiengesellschaft\n"),
      "record(verb)@en[rI#k'o@d]\nrecord(noun)@en[r'Ek3d]\nBerlin@de[bE3'li:n]\nAG@de=Aktiengesellschaft\n");
}

TEST(WordList, RefusesWhatItCannotSayAndNamesTheLine) {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"word", "my.lex:1: needs two columns, with a tab between them"},
      {"# one\n\nA\tone\nA\ttwo\n", "my.lex:4: \"A\" stands in line 3 already"},
      {"A\t/ɓa/", "my.lex:1: \"A\": the voices for \"en\" have no sound for \"ɓ\" in /ɓa/: write the nearest"},
      {"A\t[[^^]]", "my.lex:1: \"A\": eSpeak NG's voices for \"en\" have no phoneme \"^\" in [[^^]]"},
      {"A\t[[_^_de]]", "have no phoneme"},
      {"A\t[[', ]]", "has no phonemes that could be heard"},
      {"A\t//", "has no phonemes that could be heard"},
      {"A (werb)\tx", "unknown role \"werb\" (did you mean \"verb\"?)"},
      {"@lang de", "my.lex:1: unknown line: only \"@language TAG\""},
      {"@language xx\nA\t/a/", "no phonemes are known for the language \"xx\""},
      {"A\t\xFF", "my.lex:1: is not UTF-8"},
  };
  for (const auto& c : cases) EXPECT_THAT(failure_of(c.text), HasSubstr(c.message)) << c.text;
  EXPECT_THAT(failure_of("A\t[[" + std::string(200, 'a') + "]]"), HasSubstr("longer than 120 bytes"));
  EXPECT_THAT(failure_of(std::string(201, 'a') + "\tb"), HasSubstr("longer than 200 bytes"));
  EXPECT_THAT(failure_of(std::string(kMostLexiconBytes + 1, '#')), HasSubstr("larger than 16 MiB"));
}

TEST(Pls, IsReadWithAliasesAlphabetsAndSeveralGraphemes) {
  EXPECT_EQ(
      described(pls("<lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>\n"
                    "<lexeme><grapheme>colour</grapheme><grapheme>color</grapheme><phoneme>ˈkʌl.ər</phoneme></lexeme>\n"
                    "<lexeme><grapheme>Foo &amp; Bar</grapheme><phoneme alphabet=\"x-espeak\">f'u:</phoneme></lexeme>\n")),
      "W3C@en-US=World Wide Web Consortium\ncolour@en-US['kVl3]\ncolor@en-US['kVl3]\nFoo & Bar@en-US[f'u:]\n");
}

TEST(Pls, TakesThePreferredPronunciationElseTheFirst) {
  EXPECT_EQ(described(pls("<lexeme><grapheme>a</grapheme><phoneme>eɪ</phoneme><phoneme prefer=\"true\">ə</phoneme></lexeme>")),
            "a@en-US[@]\n");
  EXPECT_EQ(described(pls("<lexeme><grapheme>a</grapheme><alias>one</alias><phoneme>ə</phoneme></lexeme>")), "a@en-US=one\n");
  EXPECT_EQ(
      described(pls("<lexeme><grapheme>a</grapheme><phoneme alphabet=\"x-sampa\">@</phoneme><phoneme>eɪ</phoneme></lexeme>")),
      "a@en-US[eI]\n");
}

TEST(Pls, MapsRolesOfUsualTagSets) {
  EXPECT_EQ(described(pls("<lexeme role=\"claws:VVI claws:VV0\"><grapheme>use</grapheme><phoneme>juːz</phoneme></lexeme>"
                          "<lexeme role=\"my:noun\"><grapheme>use</grapheme><phoneme>juːs</phoneme></lexeme>",
                          "alphabet=\"ipa\" xml:lang=\"en\" xmlns:claws=\"http://x/c\" xmlns:my=\"http://x/m\"")),
            "use(verb)@en[ju:z]\nuse(verb)@en[ju:z]\nuse(noun)@en[ju:s]\n");
}

TEST(Pls, PassesOverExamplesMetadataAndForeignElements) {
  EXPECT_EQ(
      described(pls("<meta name=\"a\" content=\"b\"/><metadata><rdf:x xmlns:rdf=\"http://r/\"><lexeme/></rdf:x></metadata>"
                    "<lexeme><grapheme>a</grapheme><alias>b</alias><example>a <b xmlns=\"\">x</b></example></lexeme>")),
      "a@en-US=b\n");
}

TEST(Pls, RefusesWhatItCannotReadAndNamesThePlace) {
  const struct {
    std::string text;
    const char* message;
  } cases[] = {
      {"<html/>", "my.lex:1:1: the outermost element is <html>, not the <lexicon> of PLS 1.0"},
      {"<lexicon", "my.lex:1:"},
      {pls("<lexeme>\n"), "is not well-formed XML: mismatched tag"},
      {pls("<lexeme><grapheme>a</grapheme></lexeme>"), "my.lex:3: \"a\" has neither a <phoneme> nor an <alias>"},
      {pls("<lexeme><alias>a</alias></lexeme>"), "my.lex:3: a <lexeme> without a <grapheme>"},
      {pls("<lexeme><grapheme>a</grapheme>\n<phoneme>ɓ</phoneme></lexeme>"), "my.lex:4: \"a\": the voices for"},
      {pls("<lexeme><grapheme>a</grapheme><phoneme alphabet=\"x-sampa\">@</phoneme></lexeme>"),
       "which is not known: use \"ipa\""},
      {pls("<lexeme><grapheme>a</grapheme><phoneme>a</phoneme></lexeme>", ""), "no alphabet: write alphabet=\"ipa\""},
      {pls("<word/>"), "my.lex:3:1: unknown element <word>"},
      {pls("<grapheme>a</grapheme>"), "<grapheme> stands outside of a <lexeme>"},
      {pls("<lexeme><grapheme>a</grapheme><alias>&foo;</alias></lexeme>"), "undefined entity"},
  };
  for (const auto& c : cases) EXPECT_THAT(failure_of(c.text), HasSubstr(c.message)) << c.text;
}

TEST(Pls, IsNotToBeBlownUp) {
  const std::string laughs = "<!DOCTYPE lexicon [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" +
                             pls("<lexeme><grapheme>&b;</grapheme></lexeme>").substr(39);
  EXPECT_THAT(failure_of(laughs), HasSubstr("entities are not read"));
  const std::string file = "<!DOCTYPE lexicon [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + pls("<lexeme/>").substr(39);
  EXPECT_THAT(failure_of(file), HasSubstr("entities are not read"));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<lexeme>";
  EXPECT_THAT(failure_of(pls(deep)), HasSubstr("elements nested deeper than 32"));
  EXPECT_THAT(failure_of(pls("<lexeme><grapheme>" + std::string(10'000, 'a') + "</grapheme></lexeme>")),
              HasSubstr("longer than"));
}

std::shared_ptr<const Lexicon> lexicon(const std::string& text, const std::string& path = "a.txt") {
  return std::make_shared<const Lexicon>(parse_lexicon(text, path, "en"));
}

// The text with what was found in brackets, and what says so.
std::string found_in(const LexiconIndex& index, const std::string& text) {
  std::string marked;
  std::size_t done = 0;
  for (const LexiconIndex::Match& match : index.find(text)) {
    marked += text.substr(done, match.range.begin - done) + '[' + text.substr(match.range.begin, match.range.size()) + '=' +
              match.entries.front()->alias + ']';
    done = match.range.end;
  }
  return marked + text.substr(done);
}

TEST(LexiconIndex, MatchesWholeWordsLongestFirst) {
  const LexiconIndex index({lexicon("New York\t1\nNew York City\t2\nYork\t3\nC++\t4\n.NET\t5\nO'Brien\t6\n")}, "en");
  EXPECT_EQ(found_in(index, "New York City, New York and York; Yorkshire, New Yorkers, NewYork."),
            "[New York City=2], [New York=1] and [York=3]; Yorkshire, New Yorkers, NewYork.");
  EXPECT_EQ(found_in(index, "C++ and .NET by O'Brien (York-based)"), "[C++=4] and [.NET=5] by [O'Brien=6] ([York=3]-based)");
  EXPECT_EQ(found_in(index, ""), "");
}

TEST(LexiconIndex, TakesSmallLettersForAnyCaseAndCapitalsForThemselves) {
  const LexiconIndex index({lexicon("gif\t1\nIT\t2\n")}, "en");
  EXPECT_EQ(found_in(index, "gif Gif GIF gIf IT it It"), "[gif=1] [Gif=1] [GIF=1] gIf [IT=2] it It");
}

TEST(LexiconIndex, TakesPossessivesAlong) {
  const LexiconIndex index({lexicon("NASA\t1\n")}, "en");
  EXPECT_EQ(found_in(index, "NASA's NASAs NASA'sx"), "[NASA's=1] NASAs [NASA=1]'sx");
}

TEST(LexiconIndex, LetsTheStrongerLayerWin) {
  const LexiconIndex index({lexicon("a\tstrong\n"), lexicon("a\tweak\nb\tweak\n", "b.txt")}, "en");
  EXPECT_EQ(found_in(index, "a b"), "[a=strong] [b=weak]");
}

TEST(LexiconIndex, KeepsToTheLanguage) {
  const auto both = lexicon("@language en-GB\na\tBritish\n@language de\nb\tdeutsch\n");
  EXPECT_EQ(found_in(LexiconIndex({both}, "en-US"), "a b"), "a b");
  EXPECT_EQ(found_in(LexiconIndex({both}, "en-GB"), "a b"), "[a=British] b");
  EXPECT_EQ(found_in(LexiconIndex({both}, "en"), "a b"), "[a=British] b");
  EXPECT_EQ(found_in(LexiconIndex({both}, "de-AT"), "a b"), "a [b=deutsch]");
}

TEST(LexiconEditor, KeepsTheFormOfTheFile) {
  EXPECT_EQ(with_entry("", "a.txt", "SQL", "sequel", "en"), "SQL\tsequel\n");
  EXPECT_EQ(with_entry("# mine\nA\tx\nC\ty", "a.txt", "B", "[[b'i:]]", "en"), "# mine\nA\tx\nB\t[[b'i:]]\nC\ty");
  EXPECT_EQ(with_entry("C\tx\nA\ty", "a.txt", "B", "/biː/", "en"), "C\tx\nA\ty\nB\t/biː/\n");
  const std::string made = with_entry("", "a.pls", "R&D", "research", "en");
  EXPECT_EQ(described(made), "R&D@en=research\n");
  const std::string more =
      with_entry("<lexicon alphabet=\"ipa\">\n\t<lexeme><grapheme>a</grapheme><alias>b</alias></lexeme>\n</lexicon>\n", "a.pls",
                 "GIF", "/dʒɪf/", "en");
  EXPECT_THAT(more,
              HasSubstr("\n\t<lexeme><grapheme>GIF</grapheme><phoneme alphabet=\"ipa\">dʒɪf</phoneme></lexeme>\n</lexicon>\n"));
}

TEST(LexiconEditor, RefusesDuplicatesAndWhatCannotBeSaid) {
  const auto failure = [](std::string_view text, std::string_view word, std::string_view pronunciation) {
    try {
      return with_entry(text, "a.txt", word, pronunciation, "en");
    } catch (const Error& error) {
      return std::string(error.what());
    }
  };
  EXPECT_EQ(failure("# x\nA\tb\n", "A", "c"), "a.txt:2: \"A\" is there already: change that line");
  EXPECT_THAT(failure("", "A", "/ɓ/"), HasSubstr("no sound for \"ɓ\""));
  EXPECT_THAT(failure("", "A", ""), HasSubstr("no pronunciation"));
  EXPECT_THAT(failure("", " ", "b"), HasSubstr("a word has 1 to 200 bytes"));
}

}  // namespace
}  // namespace aloud
