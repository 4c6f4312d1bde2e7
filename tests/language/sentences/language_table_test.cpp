#include "language/sentences/language_table.h"

#include <gtest/gtest.h>

#include "util/error.h"

namespace aloud {
namespace {

TEST(LanguageTable, ReadsSectionsAndComments) {
  const LanguageTable table("# a comment\n[title] # names\nDr Prof\n[final]\netc\n[starters]\nthe\n[options]\nordinals\n");
  EXPECT_EQ(table.abbreviation("Dr"), Abbreviation::title);
  EXPECT_EQ(table.abbreviation("DR"), Abbreviation::title);
  EXPECT_EQ(table.abbreviation("dr"), Abbreviation::none);
  EXPECT_EQ(table.abbreviation("Etc"), Abbreviation::final);
  EXPECT_TRUE(table.begins_sentences("The"));
  EXPECT_FALSE(table.begins_sentences("the"));
  EXPECT_TRUE(table.option("ordinals"));
}

TEST(LanguageTable, RefusesAnUnknownSection) {
  try {
    LanguageTable("[title]\nDr\n[titel]\nProf\n");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "language table:4:1: unknown section \"[titel]\"");
  }
}

TEST(LanguageTable, EveryBuiltInTableReads) {
  for (const char* language :
       {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "da", "nb", "no", "nn", "sv", "fi", "ro", "el", "ru",
        "uk", "bg", "tr", "kk", "hy", "ar", "fa", "ur", "hi", "mr", "am", "my", "ta", "ko", "ja", "zh", "und"}) {
    EXPECT_FALSE(language_table_text(language).empty()) << language;
    EXPECT_NO_THROW(LanguageTable::for_language(language)) << language;
  }
}

TEST(LanguageTable, FallsBackToTheCommonOne) {
  EXPECT_EQ(LanguageTable::for_language("xx").abbreviation("Dr"), Abbreviation::title);
  EXPECT_TRUE(LanguageTable::for_language("EN-gb").begins_sentences("The"));
}

TEST(LanguageTable, HasTheCommonAbbreviationsBehindItsOwn) {
  const LanguageTable german = LanguageTable::for_language("de");
  EXPECT_EQ(german.abbreviation("Mt"), Abbreviation::title);   // from "und"
  EXPECT_EQ(german.abbreviation("Gen"), Abbreviation::final);  // a title in "und", a word in German
}

TEST(LanguageTable, KnowsStartersInSmallLetters) {
  const LanguageTable table("[starters]\nthe\n");
  EXPECT_TRUE(table.begins_sentences_small("the"));
  EXPECT_FALSE(table.begins_sentences_small("The"));
}

}  // namespace
}  // namespace aloud
