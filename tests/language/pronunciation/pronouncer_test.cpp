#include "language/pronunciation/pronouncer.h"

#include <gtest/gtest.h>

#include "engine/engine_traits.h"
#include "language/pronunciation/phoneme_table.h"
#include "language/spoken_form/normalizer.h"
#include "language/spoken_form/text_edits.h"
#include "util/error.h"

namespace aloud {
namespace {

std::shared_ptr<const Lexicon> lexicon(const std::string& text, const std::string& path = "my.txt") {
  return std::make_shared<const Lexicon>(parse_lexicon(text, path, "en"));
}

// The spoken form, phonemes in braces after the words that they are for.
std::string said(const Pronouncer& pronouncer, const std::string& written, const std::string& language = "en") {
  std::vector<Pronouncer::Claim> claims;
  const AlignedText prepared = pronouncer.prepare(AlignedText::verbatim(written, 1000), claims);
  const AlignedText spoken = make_normalizer(language, espeak_traits().spelling)->normalize(prepared);
  const std::string& text = spoken.text();
  std::string result;
  std::size_t done = 0;
  for (const Pronunciation& one : pronouncer.pronounce(spoken, claims)) {
    EXPECT_LE(done, one.spoken.begin) << written;
    result += text.substr(done, one.spoken.end - done) + '{' + one.phonemes + '}';
    done = one.spoken.end;
  }
  return result + text.substr(done);
}

std::string said(const std::string& entries, const std::string& written) {
  return said(Pronouncer("en", {lexicon(entries)}), written);
}

TEST(Pronouncer, SaysAliasesInPlaceOfTheirWordsAndKeepsTheSource) {
  EXPECT_EQ(said("W3C\tWorld Wide Web Consortium\n", "The W3C met."), "The World Wide Web Consortium met.");
  EXPECT_EQ(said("O'Brien\tOh Brian\n", "O’Brien’s  O’Brien"), "Oh Brian's Oh Brian");
  std::vector<Pronouncer::Claim> claims;
  const AlignedText text =
      Pronouncer("en", {lexicon("SQL\tsequel\n")}).prepare(AlignedText::verbatim("an SQL query", 50), claims);
  EXPECT_EQ(text.text(), "an sequel query");
  EXPECT_EQ(text.source_of({3, 9}), (ByteRange{53, 56}));
}

TEST(Pronouncer, PronouncesWhatIsWrittenThoughItsSpokenFormIsAnother) {
  EXPECT_EQ(said("SQL\t[[s'i:kw@L]]\n", "Use of SQL."), "Use{j'u:s} of S Q L{s'i:kw@L}.");
  EXPECT_EQ(said("COVID-19\t[[k'oUvId]]\n", "COVID-19 came."), "COVID-nineteen{k'oUvId} came.");
}

TEST(Pronouncer, PronouncesPossessivesByTheLastSound) {
  const std::string entries = "Nguyen\t[[w'In]]\nBosch\t[[b'0S]]\nKeats\t[[k'i:ts]]\nPitt\t[[p'It]]\n";
  EXPECT_EQ(said(entries, "Nguyen's Bosch's Keats's Pitt’s"),
            "Nguyen's{w'Inz} Bosch's{b'0SI#z} Keats's{k'i:tsI#z} Pitt's{p'Its}");
}

TEST(Pronouncer, SaysNamesThatAreAcronyms) {
  EXPECT_EQ(said("", "UNESCO and Unesco met."), "UNESCO{ju:n'EskoU} and Unesco{ju:n'EskoU} met.");
  EXPECT_EQ(said("", "UNESCO's list."), "Unesco's{ju:n'EskoUz} list.");
}

TEST(Pronouncer, LayersLexiconsOverHeteronymsOverNames) {
  EXPECT_EQ(said("", "They record in Kyiv."), "They record{rI#k'o@d} in Kyiv{k'i:Iv}.");
  EXPECT_EQ(said("record\t[[r'eI]]\nKyiv\t[[k'i:]]\n", "They record in Kyiv."), "They record{r'eI} in Kyiv{k'i:}.");
  const Pronouncer two("en", {lexicon("x\t[[a]]\n"), lexicon("x\t[[b]]\ny\t[[c]]\n")});
  EXPECT_EQ(said(two, "x y"), "x{a} y{c}");
}

TEST(Pronouncer, ChoosesEntriesByRole) {
  const std::string entries = "frob (noun)\t[[fr'0b]]\nfrob (verb)\t[[fr@b]]\n";
  EXPECT_EQ(said(entries, "They frob the frob."), "They frob{fr@b} the frob{fr'0b}.");
  EXPECT_EQ(said("frob (verb)\t[[fr@b]]\n", "The frob. To frob it."), "The frob. To frob{fr@b} it.");
}

TEST(Pronouncer, TellsWhoSaysSo) {
  const Pronouncer pronouncer("en", {lexicon("\nGIF\t[[dZIf]]\n", "dir/my.txt")});
  std::vector<Pronouncer::Claim> claims;
  const AlignedText text = pronouncer.prepare(AlignedText::verbatim("They record a GIF in Kyiv."), claims);
  const std::vector<Pronunciation> all = pronouncer.pronounce(text, claims);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].rule, "heteronym/verb");
  EXPECT_EQ(all[0].reason.substr(0, 31), "record as verb: -1 pronoun; +1 ");
  EXPECT_EQ(all[1].rule, "lexicon/my.txt");
  EXPECT_EQ(all[1].reason, "dir/my.txt:2");
  EXPECT_EQ(all[2].rule, "name");
}

TEST(Pronouncer, LeavesOtherLanguagesAlone) {
  const Pronouncer german("de", {});
  EXPECT_EQ(said(german, "Der Record in Kyiv live.", "de"), "Der Record in Kyiv live.");
}

TEST(Pronouncer, BuiltInPhonemesAreThoseOfEnglishVoices) {
  const PhonemeTable& table = *PhonemeTable::for_language("en");
  const std::shared_ptr<const Lexicon> names = built_in_names("en-GB");
  ASSERT_NE(names, nullptr);
  EXPECT_GT(names->entries.size(), 300U);
  for (const LexiconEntry& entry : names->entries) EXPECT_FALSE(table.unknown_in(entry.phonemes)) << entry.grapheme;
  const HeteronymTable& heteronyms = Heteronyms::for_language("en")->table();
  EXPECT_GT(heteronyms.words.size(), 250U);
  for (const auto& [word, heteronym] : heteronyms.words) {
    for (const std::string& phonemes : heteronym.phonemes) {
      EXPECT_TRUE(phonemes == "-" || is_harmless_phoneme_string(phonemes)) << word;
      EXPECT_FALSE(phonemes != "-" && table.unknown_in(phonemes)) << word << ' ' << phonemes;
    }
  }
}

TEST(PhonemeTable, ConvertsIpaByTheLongestSymbols) {
  const PhonemeTable& english = *PhonemeTable::for_language("en-GB");
  const struct {
    const char* ipa;
    const char* mnemonics;
  } cases[] = {{"ˈkwɪn.oʊ.ə", "'kwInoU@"}, {"t͡ʃɛk", "tSEk"}, {"ˌɪntəˈnæʃənəl", ",Int@'naS@n@L"},
               {"njuː jɔːk", "nju: jO:k"}, {"bɔ̃", "bO~"},    {"", ""}};
  for (const auto& c : cases) EXPECT_EQ(english.from_ipa(c.ipa), c.mnemonics) << c.ipa;
  EXPECT_EQ(PhonemeTable::for_language("de-AT")->from_ipa("ʃøːn"), "SY:n");
  EXPECT_EQ(PhonemeTable::for_language("xx"), nullptr);
}

TEST(PhonemeTable, ReadsAndRefuses) {
  EXPECT_THROW(PhonemeTable("[ipa]\na b c\n"), Error);
  EXPECT_THROW(PhonemeTable::for_language("en")->from_ipa("ɓ"), PhonemeTable::Unknown);
  for (const char* language : {"en", "de", "es", "fr", "it", "nl", "pl", "pt", "sv"}) {
    const PhonemeTable* table = PhonemeTable::for_language(language);
    ASSERT_NE(table, nullptr) << language;
    EXPECT_FALSE(table->unknown_in("t'a,m")) << language;
    EXPECT_EQ(table->unknown_in("tam#").value_or(PhonemeTable::Unknown{}).symbol, "#") << language;
  }
}

}  // namespace
}  // namespace aloud
