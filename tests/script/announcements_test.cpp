#include "script/announcements.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(Announcements, NameTheProgrammingLanguageAsItIsSaid) {
  const Announcements& words = announcements_for("en-GB");
  EXPECT_EQ(announce_code_block(words, "python", 12), "Code block in Python, 12 lines.");
  EXPECT_EQ(announce_code_block(words, "cpp title=\"x\"", 1), "Code block in C++, 1 line.");
  EXPECT_EQ(announce_code_block(words, "", 2), "Code block, 2 lines.");
  EXPECT_EQ(announce_code_block(words, "<b>", 2), "Code block, 2 lines.");
}

TEST(Announcements, FollowTheLanguageOfTheArticle) {
  EXPECT_EQ(announce_table(announcements_for("en"), 3, 1), "Table with 3 columns and 1 row.");
  EXPECT_EQ(announce_table(announcements_for("de-AT"), 3, 1), "Tabelle mit 3 Spalten und einer Zeile.");
  EXPECT_EQ(announce_table(announcements_for("pl"), 3, 5), "Tabela, kolumny: 3, wiersze: 5.");
  EXPECT_EQ(announce_table(announcements_for("ru"), 3, 5), "Таблица, столбцов: 3, строк: 5.");
  EXPECT_EQ(announce_table(announcements_for("fi"), 1, 5), "Taulukko: 1 sarake, 5 riviä.");
  EXPECT_EQ(announce_table(announcements_for("nb-NO"), 3, 5), "Tabell med 3 kolonner og 5 rader.");
  EXPECT_EQ(announce_note(announcements_for("fr"), "4"), "Note 4.");
  EXPECT_EQ(announce_footnotes(announcements_for("es"), 2), "2 notas.");
  EXPECT_EQ(announce_link(announcements_for("de"), "example.org"), "Link zu example.org");
  EXPECT_STREQ(announcements_for("fr").done, "Fait");
  EXPECT_STREQ(announcements_for("pl").to_do, "Do zrobienia");
  EXPECT_STREQ(announcements_for("tr").to_do, "Yapılacak");
}

TEST(Announcements, FallBackToEnglish) { EXPECT_EQ(announce_note(announcements_for("ja"), "1"), "Note 1."); }

}  // namespace
}  // namespace aloud
