// Places are told by what is said there, so that they are found again in an article that was edited.
#include "play/positions.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "support/temporary_directory.h"

namespace aloud {
namespace {

using test::TemporaryDirectory;

Article article_of(const std::string& text, const std::string& path = "/somewhere/a.md") {
  Article article;
  article.path = path;
  article.document = read_document(SourceText::decode(path, text), DocumentFormat::markdown);
  return article;
}

ByteRange range_of(const std::string& text, const std::string& what) {
  const std::size_t at = text.find(what);
  return {at, at + what.size()};
}

// The text from where `edited` would go on, `original` having been left at `sentence`.
std::string goes_on_at(const std::string& original, const std::string& sentence, const std::string& edited) {
  const RememberedPlace place = place_in_article(article_of(original), {range_of(original, sentence)});
  const auto found = find_place(article_of(edited), place);
  return found ? edited.substr(*found, sentence.size()) : "nowhere";
}

const std::string kText = "First here. Second one. Third thing.\n\nFourth *of* all. Fifth.\n";

TEST(FindPlace, GoesOnAtTheSameSentence) {
  EXPECT_EQ(goes_on_at(kText, "Third thing.", kText), "Third thing.");
  EXPECT_EQ(goes_on_at(kText, "Fourth *of* all.", kText), "Fourth *of* all.");
  EXPECT_EQ(goes_on_at(kText, "Third thing.", "# A new title\n\nNew words before it all.\n\n" + kText), "Third thing.");
  EXPECT_EQ(goes_on_at(kText, "Third thing.", "Second one. Third thing.\n"), "Third thing.");
  EXPECT_EQ(goes_on_at(kText, "Third thing.", "first HERE.\nsecond one.\nthird   thing.\n").substr(0, 5), "third");
}

TEST(FindPlace, GoesOnWhereASentenceStoodThatWasEdited) {
  EXPECT_EQ(goes_on_at(kText, "Third thing.", "First here. Second one. Another thing.\n\nFourth *of* all. Fifth.\n"),
            "Another thin");
  EXPECT_EQ(goes_on_at(kText, "Third thing.", "First here. Second one.\n\nFourth *of* all. Fifth.\n"), "Fourth *of* ");
}

TEST(FindPlace, KnowsEqualSentencesByWhatStandsAroundThem) {
  const std::string text = "Yes. Alpha beta. Yes. Gamma delta. Yes. Epsilon.\n";
  const std::size_t second = text.find("Yes. Gamma");
  const RememberedPlace place = place_in_article(article_of(text), {{second, second + 4}});
  const std::string edited = "Yes. Yes. Yes. Alpha beta. Yes. Gamma delta. Yes. Epsilon.\n";
  EXPECT_EQ(find_place(article_of(edited), place), edited.find("Yes. Gamma"));
}

TEST(FindPlace, FindsNothingInAnotherArticle) { EXPECT_EQ(goes_on_at(kText, "Third thing.", "Zzz.\n"), "nowhere"); }

class PositionStoreTest : public testing::Test {
 protected:
  TemporaryDirectory directory;
  PositionStore store{directory / "positions"};
  Article article = article_of(kText);
  RememberedPlace place = place_in_article(article, {range_of(kText, "Third thing.")});
};

TEST_F(PositionStoreTest, GivesBackWhatItWasGiven) {
  EXPECT_FALSE(store.find(article));
  store.keep(article, place);
  const auto found = store.find(article);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->sentence, "third thing.");
  EXPECT_EQ(found->before, place.before);
  EXPECT_EQ(found->after, place.after);
  store.forget(article);
  EXPECT_FALSE(store.find(article));
}

TEST_F(PositionStoreTest, KnowsAnArticleThatWasEditedByItsPathAndOneThatWasMovedByItsContent) {
  store.keep(article, place);
  EXPECT_TRUE(store.find(article_of("Something else.\n")));
  EXPECT_TRUE(store.find(article_of(kText, "/elsewhere/b.md")));
  EXPECT_FALSE(store.find(article_of("Something else.\n", "/elsewhere/b.md")));
}

TEST_F(PositionStoreTest, TakesADamagedFileForNoneCutAnywhere) {
  store.keep(article, place);
  const std::string path = (*std::filesystem::directory_iterator(directory / "positions")).path().string();
  const std::string whole = test::read_file(path);
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << whole.substr(0, size);
    EXPECT_FALSE(store.find(article)) << size;
  }
}

TEST_F(PositionStoreTest, KeepsNothingWithoutADirectory) {
  const PositionStore nowhere("");
  nowhere.keep(article, place);
  EXPECT_FALSE(nowhere.find(article));
}

TEST(PositionStore, OffersWhatWasBegunTheNewestFirst) {
  const TemporaryDirectory directory;
  const PositionStore store(directory / "positions");
  const auto a_day_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
  const auto keep = [&](const std::string& name, const char* sentence, int seconds) {
    const Article article = article_of(kText, name);
    store.keep(article, place_in_article(article, {range_of(kText, sentence)}));
    for (const auto& entry : std::filesystem::directory_iterator(directory / "positions")) {
      if (test::read_file(entry.path()).find(name) == std::string::npos) continue;
      std::filesystem::last_write_time(entry.path(), a_day_ago + std::chrono::seconds(seconds));
    }
  };
  EXPECT_TRUE(store.begun(9).empty());
  const std::string old = directory.put("old.md", kText), recent = directory.put("recent.md", kText);
  keep(recent, "First here.", 20);
  keep(old, "Third thing.", 10);
  keep(directory / "gone.md", "Third thing.", 30);
  const std::vector<BegunArticle> begun = store.begun(9);
  ASSERT_EQ(begun.size(), 2U);
  EXPECT_EQ(begun[0].path, recent);
  EXPECT_EQ(begun[0].fraction, 0);
  EXPECT_EQ(begun[1].path, old);
  EXPECT_GT(begun[1].fraction, 0.3);
  EXPECT_EQ(store.begun(1).size(), 1U);
}

}  // namespace
}  // namespace aloud
