#include <gtest/gtest.h>

#include <random>

#include "document/document_checks.h"

namespace aloud {
namespace {

std::string blocks_of(std::string_view text) {
  Document document = read_text(text, DocumentFormat::plain_text);
  EXPECT_EQ(violation(document), "") << text;
  document.silent.clear();
  return describe(document);
}

TEST(PlainText, JoinsHardWrappedLines) {
  EXPECT_EQ(blocks_of("one\n  two-\nthree.\n\nfour."), "paragraph 0-17 \"one two- three.\"\nparagraph 19-24 \"four.\"\n");
  EXPECT_EQ(blocks_of("one\r\ntwo.\r\rfour."), "paragraph 0-9 \"one two.\"\nparagraph 11-16 \"four.\"\n");
  EXPECT_EQ(blocks_of("won\xC2\xAD\nder."), "paragraph 0-10 \"wonder.\"\n");
}

TEST(PlainText, RecognisesATitleLine) {
  EXPECT_EQ(blocks_of("A Title\n\nText."), "title 0-7 \"A Title\"\nparagraph 9-14 \"Text.\"\n");
  EXPECT_EQ(blocks_of("A sentence.\n\nText."), "paragraph 0-11 \"A sentence.\"\nparagraph 13-18 \"Text.\"\n");
  EXPECT_EQ(blocks_of("A single line"), "paragraph 0-13 \"A single line\"\n");
}

TEST(PlainText, RecognisesUnderlinedHeadings) {
  EXPECT_EQ(blocks_of("One\n===\n\nTwo\n---\ntext."),
            "title 0-7 \"One\"\nheading 9-16 level=2 \"Two\"\nparagraph 17-22 \"text.\"\n");
}

TEST(PlainText, RecognisesLists) {
  EXPECT_EQ(blocks_of("1. one\n   more\n2) two\n"),
            "list-item 0-14 list=1 ordinal=1 \"one more\"\nlist-item 15-21 list=1 ordinal=2 \"two\"\n");
  EXPECT_EQ(blocks_of("said\n- not a list"), "paragraph 0-17 \"said - not a list\"\n");
}

TEST(PlainText, KeepsEveryLetter) {
  const std::vector<std::string> tokens{"a",   "b ",  "1",  ". ", "- ",       "\n",       "\r\n", "\n\n",
                                        "===", "---", "* ", "é",  "\xC2\xAD", "\xC2\xA0", "\t",   "  "};
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text = "a";
    for (std::size_t i = random() % 16; i > 0; --i) text += tokens[random() % tokens.size()];
    ASSERT_EQ(violation(read_text(text, DocumentFormat::plain_text)), "") << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace aloud
