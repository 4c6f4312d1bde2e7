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
  EXPECT_EQ(blocks_of("one\n  two-\nthree.\n\nfour."), "paragraph 0-17 \"one two-three.\"\nparagraph 19-24 \"four.\"\n");
  EXPECT_EQ(blocks_of("one\r\ntwo.\r\rfour."), "paragraph 0-9 \"one two.\"\nparagraph 11-16 \"four.\"\n");
  EXPECT_EQ(blocks_of("won\xC2\xAD\nder."), "paragraph 0-10 \"wonder.\"\n");
}

TEST(PlainText, JoinsWordsCutByAHyphen) {
  EXPECT_EQ(blocks_of("well-\nknown, 1990-\n95."), "paragraph 0-22 \"well-known, 1990-95.\"\n");
  EXPECT_EQ(blocks_of("Haus- \nund Gartentür, a -\nb, x-\nY."), "paragraph 0-35 \"Haus- und Gartentür, a - b, x- Y.\"\n");
}

TEST(PlainText, KnowsUnicodesLineAndParagraphSeparators) {
  EXPECT_EQ(blocks_of("one\u2028two.\u2029\u2029three\u0085four."),
            "paragraph 0-10 \"one two.\"\nparagraph 16-28 \"three four.\"\n");
  EXPECT_EQ(blocks_of("A title\u2029Text."), "title 0-7 \"A title\"\nparagraph 10-15 \"Text.\"\n");
}

TEST(PlainText, RecognisesATitleInCapitalsAboveItsText) {
  EXPECT_EQ(blocks_of("THE TITLE\nText of it."), "title 0-9 \"THE TITLE\"\nparagraph 10-21 \"Text of it.\"\n");
  EXPECT_EQ(blocks_of("A TITLE ON\nTWO LINES\n- eggs\n- milk"),
            "title 0-20 \"A TITLE ON TWO LINES\"\nlist-item 21-27 list=1 \"eggs\"\nlist-item 28-34 list=1 \"milk\"\n");
  EXPECT_EQ(blocks_of("ALL OF IT\nIS LOUD"), "paragraph 0-17 \"ALL OF IT IS LOUD\"\n");
  EXPECT_EQ(blocks_of("STOP!\nHe stopped."), "paragraph 0-17 \"STOP! He stopped.\"\n");
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

TEST(PlainText, RecognisesHeadingsOfSeveralLinesAndOtherMarks) {
  EXPECT_EQ(blocks_of("A title on\ntwo lines\n=========\nText."),
            "title 0-30 \"A title on two lines\"\nparagraph 31-36 \"Text.\"\n");
  EXPECT_EQ(blocks_of("a.\n\n=====\nPart\n=====\nSub\n~~~\nText."),
            "paragraph 0-2 \"a.\"\nheading 4-20 level=1 \"Part\"\nheading 21-28 level=3 \"Sub\"\nparagraph 29-34 \"Text.\"\n");
}

TEST(PlainText, TakesARowOfMarksForABreak) {
  for (const char* mark : {"***", "* * *", "-----", "_____", "#####", "~~~~", "=====", "\u2014\u2014\u2014"}) {
    const std::string text = std::string("One.\n\n") + mark + "\n\nTwo.";
    EXPECT_NE(blocks_of(text).find("\nthematic-break 6-"), std::string::npos) << text;
  }
  EXPECT_EQ(blocks_of("One and\na half.\n***\nTwo."),
            "paragraph 0-15 \"One and a half.\"\nthematic-break 16-19\nparagraph 20-24 \"Two.\"\n");
  EXPECT_EQ(blocks_of("...\n\n--\n\na"), "paragraph 0-3 \"...\"\nparagraph 5-7 \"--\"\nparagraph 9-10 \"a\"\n");
}

TEST(PlainText, RecognisesQuotedLines) {
  EXPECT_EQ(blocks_of("Ann wrote:\n> Come\n> soon.\n>\n>> When?\nNow."),
            "paragraph 0-10 \"Ann wrote:\"\nparagraph 13-25 quote=1 \"Come soon.\"\nparagraph 31-36 quote=2 \"When?\"\n"
            "paragraph 37-41 \"Now.\"\n");
  EXPECT_EQ(blocks_of("more than\n>5 of them"), "paragraph 0-20 \"more than >5 of them\"\n");
}

TEST(PlainText, MarksWebAddresses) {
  EXPECT_EQ(blocks_of("See https://a.org/b_(c)?x=1, (www.d.de/e) or <ftp://f.g>."),
            "paragraph 0-57 \"See https://a.org/b_(c)?x=1, (www.d.de/e) or <ftp://f.g>.\" url[https://a.org/b_(c)?x=1]"
            "(https://a.org/b_(c)?x=1) url[www.d.de/e](http://www.d.de/e) url[ftp://f.g](ftp://f.g)\n");
  EXPECT_EQ(blocks_of("http:// and www. and awww.b.c, https://., www.a"),
            "paragraph 0-47 \"http:// and www. and awww.b.c, https://., www.a\"\n");
  EXPECT_EQ(blocks_of("\u300Chttps://a.jp\u300D\u3002"),
            "paragraph 0-21 \"\u300Chttps://a.jp\u300D\u3002\" url[https://a.jp](https://a.jp)\n");
}

TEST(PlainText, RecognisesLists) {
  EXPECT_EQ(blocks_of("1. one\n   more\n2) two\n"),
            "list-item 0-14 list=1 ordinal=1 \"one more\"\nlist-item 15-21 list=1 ordinal=2 \"two\"\n");
  EXPECT_EQ(blocks_of("Buy these\nthings:\n- eggs\n- milk"),
            "paragraph 0-17 \"Buy these things:\"\nlist-item 18-24 list=1 \"eggs\"\nlist-item 25-31 list=1 \"milk\"\n");
  EXPECT_EQ(blocks_of("said\n- not a list"), "paragraph 0-17 \"said - not a list\"\n");
}

TEST(PlainText, TakesNoDateForAnItem) {
  EXPECT_EQ(blocks_of("5. března 2021 pršelo."), "paragraph 0-24 \"5. března 2021 pršelo.\"\n");
  EXPECT_EQ(blocks_of("31. März 1848"), "paragraph 0-14 \"31. März 1848\"\n");
  EXPECT_EQ(blocks_of("32. rooms 2021"), "list-item 0-14 list=1 ordinal=32 \"rooms 2021\"\n");
  EXPECT_EQ(blocks_of("5. rooms 20210"), "list-item 0-14 list=1 ordinal=5 \"rooms 20210\"\n");
  EXPECT_EQ(blocks_of("5) March 2021"), "list-item 0-13 list=1 ordinal=5 \"March 2021\"\n");
}

TEST(PlainText, KeepsEveryLetter) {
  const std::vector<std::string> tokens{"a",      "b ",     "1",        ". ",        "- ",       "\n",       "\r\n", "\n\n",
                                        "===",    "---",    "* ",       "é",         ">",        "> ",       ":",    "A",
                                        "\u2029", "\u0085", "www.a.b ", "https://a", "\xC2\xAD", "\xC2\xA0", "\t",   "  "};
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text = "a";
    for (std::size_t i = random() % 18; i > 0; --i) text += tokens[random() % tokens.size()];
    ASSERT_EQ(violation(read_text(text, DocumentFormat::plain_text)), "") << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace aloud
