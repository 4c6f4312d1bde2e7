#include "language/text_words.h"

#include <gtest/gtest.h>

#include "language/sentences/language_table.h"
#include "util/table_lines.h"

namespace aloud {
namespace {

TEST(CommonWords, KnowsInWhichLanguagesAWordIsCommon) {
  CommonWords words;
  words.add("xa", "[starters]\nso the\n[common]\nhim # of him\n[title]\nDr\n");
  words.add("xb", "[common]\nso l'\n");
  words.add("xc", "[title]\nDr\n");
  const LanguageSet a = words.bit_of("xa"), b = words.bit_of("xb-XX");
  EXPECT_NE(a, b);
  EXPECT_EQ(words.languages_of("so"), a | b);
  EXPECT_EQ(words.languages_of("the"), a);
  EXPECT_EQ(words.languages_of("him"), a);
  EXPECT_EQ(words.languages_of("l'eau"), b);
  EXPECT_EQ(words.languages_of("dr"), 0U);
  EXPECT_EQ(words.languages_of("of"), 0U);  // in a comment
  EXPECT_EQ(words.bit_of("xc"), 0U);        // has none
  EXPECT_EQ(words.bit_of("xd"), 0U);
}

TEST(CommonWords, HasASampleOfEachLanguage) {
  const CommonWords& words = CommonWords::built_in();
  EXPECT_EQ(words.sample(0), "");
  std::size_t languages = 0;
  for (const std::string_view name : fields_of(language_table_names())) {
    const LanguageSet bit = words.bit_of(std::string(name));
    if (bit == 0) continue;
    ++languages;
    EXPECT_NE(words.languages_of(words.sample(bit)) & bit, 0U) << name;
  }
  EXPECT_GT(languages, 20U);
  EXPECT_EQ(words.bit_of("und"), 0U);
}

// Where each word begins, and whether with a capital: "0A 4b".
std::string words_of(std::string_view text) {
  const TextWords words(text);
  std::string all;
  for (const TextWord& word : words.all()) {
    all += (all.empty() ? "" : " ") + std::to_string(word.begin) + (word.capital ? "A" : "a");
  }
  return all;
}

TEST(TextWords, AreLettersWithApostrophesInside) {
  EXPECT_EQ(words_of(""), "");
  EXPECT_EQ(words_of("12 -- ?"), "");
  EXPECT_EQ(words_of("It's so’n Ärger, 4x."), "0A 5a 12A 21a");
  EXPECT_EQ(words_of("'tis-so"), "1a 5a");
  EXPECT_EQ(words_of("\xFF no\xC3"), "2a");
}

TEST(TextWords, AreLookedUpInSmallLetters) {
  const LanguageSet english = CommonWords::built_in().bit_of("en"), french = CommonWords::built_in().bit_of("fr");
  EXPECT_EQ(count_common(TextWords("THE ship and The sea").all(), english), 3U);
  EXPECT_EQ(count_common(TextWords("L’été, c’était là.").all(), french), 3U);
  EXPECT_EQ(count_common(TextWords("the").all(), 0), 0U);
}

TEST(TextWords, GivesThoseThatBeginInAPart) {
  const TextWords text("One two three");
  EXPECT_EQ(text.within({0, 13}).size(), 3U);
  EXPECT_EQ(text.within({4, 8}).size(), 1U);
  EXPECT_EQ(text.within({1, 4}).size(), 0U);
  EXPECT_EQ(text.within({4, 4}).size(), 0U);
  EXPECT_EQ(text.within({9, 99}).size(), 0U);
}

TEST(TextWords, AWordIsReadAsTheTablesHaveIt) {
  std::string word;
  EXPECT_EQ(read_text_word("Été’s, x", 0, word), 9U);
  EXPECT_EQ(word, "été's");
  EXPECT_EQ(read_text_word("DON'T", 0, word), 5U);
  EXPECT_EQ(word, "don't");
}

}  // namespace
}  // namespace aloud
