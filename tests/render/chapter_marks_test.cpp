#include "render/chapter_marks.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

std::string titles(const std::string& markdown, std::optional<int> level = {}) {
  const ChapterMarks chapters(parse_article("a.md", markdown), level);
  std::string text;
  for (const ChapterMark& chapter : chapters.list()) text += (text.empty() ? "" : ", ") + chapter.title;
  return text;
}

TEST(ChapterMarks, BeginAtHeadings) {
  const std::string article = "# T\n\na\n\n## A\n\nb\n\n### A1\n\nc\n\n## B\n\nd\n\n> ## quoted\n";
  EXPECT_EQ(titles(article), "T, A, B");
  EXPECT_EQ(titles(article, 3), "T, A, A1, B");
  EXPECT_EQ(titles(article, 1), "");  // one alone is none
  EXPECT_EQ(titles(article, 0), "");
  EXPECT_EQ(titles("no headings"), "");
  EXPECT_EQ(titles("# T\n\n## A\n\na"), "T, A");  // no level has two: all count
}

TEST(ChapterMarks, BeginWhereTheyAreHeard) {
  const Document document = parse_article("a.md", "# T\n\na\n\n## A\n\nb\n\n## B\n\n## C\n\nc\n");
  ChapterMarks chapters(document, {});
  const auto begins_of = [](const std::vector<ChapterMark>& list) {
    std::vector<std::int64_t> begins;
    for (const ChapterMark& chapter : list) begins.push_back(chapter.begin.count);
    return begins;
  };
  chapters.heard(0, {10});
  chapters.heard(1, {20});
  chapters.heard(2, {30});
  chapters.heard(2, {35});
  chapters.heard(6, {60});  // B and C were passed over
  const std::vector<ChapterMark> list = chapters.finish({100});
  EXPECT_EQ(begins_of(list), (std::vector<std::int64_t>{0, 30, 60, 60}));
  EXPECT_EQ(list[1].end, Frames{60});
  EXPECT_EQ(list.back().end, Frames{100});
}

TEST(ChapterMarks, AreAtMostSoMany) {
  std::string article;
  for (int i = 0; i < 1000; ++i) article += "## A\n\na\n\n";
  EXPECT_EQ(ChapterMarks(parse_article("a.md", article), {}).list().size(), kMostChapters);
}

}  // namespace
}  // namespace aloud
