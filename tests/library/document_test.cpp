#include "aloud/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/options.h"
#include "support/temporary_directory.h"

namespace aloud::v0 {
namespace {

using ::testing::HasSubstr;

constexpr const char* kArticle =
    "---\ntitle: Borders\nauthor: A. Writer\ndate: 2024-05-01\nlang: en-GB\n---\n\n# Borders\n\nFirst *one*.\n\n| a | b "
    "|\n|---|---|\n"
    "| c | d |\n";

TEST(Document, TellsWhatItsFrontMatterSays) {
  const Document article = Document::from_text(kArticle, "article.md");
  EXPECT_EQ(article.name(), "article.md");
  EXPECT_EQ(article.title(), "Borders");
  EXPECT_EQ(article.author(), "A. Writer");
  EXPECT_EQ(article.date(), "2024-05-01");
  EXPECT_EQ(article.language(), "en-GB");
  EXPECT_EQ(article.byte_count(), std::string_view(kArticle).size());
}

TEST(Document, HasItsBlocksWithTheirPlaces) {
  const Document article = Document::from_text(kArticle, "article.md");
  std::string all;
  for (const Block& block : article.blocks()) {
    all += block.kind + ": " + block.text + '\n';
    EXPECT_LE(block.source.end, article.byte_count());
  }
  EXPECT_THAT(all, HasSubstr("paragraph: First one.\n"));
  EXPECT_THAT(all, HasSubstr("table-row: a\tb\n"));
  EXPECT_THAT(all, HasSubstr("table-row: c\td\n"));
}

TEST(Document, IsReadAsItsNameSaysUnlessItIsTold) {
  EXPECT_EQ(Document::from_text("*a*", "a.md").blocks().at(0).text, "a");
  EXPECT_EQ(Document::from_text("*a*", "a.txt").blocks().at(0).text, "*a*");
  EXPECT_EQ(Document::from_text("*a*", "a.md", Syntax::plain_text).blocks().at(0).text, "*a*");
  EXPECT_EQ(Document::from_text("*a*", "a.txt", Syntax::markdown).blocks().at(0).text, "a");
}

TEST(Document, CountsBytesOfTheFileInAnyEncoding) {
  const Document article = Document::from_text(
      "Caf\xe9 cr\xe8me br\xfbl\xe9"
      "e, s'il vous pla\xeet.\n\nSecond paragraph.\n");
  EXPECT_NE(article.encoding(), "UTF-8");
  const std::vector<Block> blocks = article.blocks();
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_THAT(blocks[0].text, HasSubstr("brûlée"));
  EXPECT_EQ(blocks[1].source.end, article.byte_count() - 1);
}

TEST(Document, TellsWhereItsFindingsAre) {
  const Document article = Document::from_text("---\ntitle: [\n---\n\nText.\n", "odd.md");
  ASSERT_FALSE(article.findings().empty());
  EXPECT_EQ(article.findings()[0].code, "front-matter");
  EXPECT_EQ(article.findings()[0].place.path, "odd.md");
  EXPECT_GT(article.findings()[0].place.line, 0U);
}

TEST(Document, OutlivesWhatItWasMadeFrom) {
  Document copy = Document::from_text("First.");
  {
    const test::TemporaryDirectory directory;
    const Document read = Document::from_file(directory.put("a.md", "Second."));
    copy = read;
  }
  EXPECT_EQ(copy.blocks().at(0).text, "Second.");
}

TEST(Document, ThatCannotBeReadIsAnErrorOfTheInput) {
  for (const char* path : {"/nowhere/a.md", "/"}) {
    const Error error = error_of([&] { Document::from_file(path); });
    EXPECT_EQ(error.kind(), ErrorKind::input) << error.what();
    EXPECT_EQ(error.place().path, path);
  }
  EXPECT_EQ(error_of([] { Document::from_text(std::string(100, '\0')); }).kind(), ErrorKind::input);
}

}  // namespace
}  // namespace aloud::v0
