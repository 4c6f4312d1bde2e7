// A block as it stands on a terminal: lines, widths, what is marked.
#include "play/page.h"

#include <gtest/gtest.h>

#include "util/utf8.h"

namespace aloud {
namespace {

Document document_of(const std::string& markdown) {
  return read_document(SourceText::decode("a.md", markdown), DocumentFormat::markdown);
}

std::vector<std::string> lines_of(const std::string& markdown, std::size_t columns) {
  const Document document = document_of(markdown);
  const Page page(document.blocks.front());
  std::vector<std::string> lines;
  for (const ByteRange& line : page.lines(columns)) lines.push_back(page.text().substr(line.begin, line.size()));
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Page, BreaksLinesBetweenWords) {
  EXPECT_EQ(lines_of("one two three four", 9), (Lines{"one two", "three", "four"}));
  EXPECT_EQ(lines_of("one two three four", 100), (Lines{"one two three four"}));
  EXPECT_EQ(lines_of("one\ntwo  three", 100), (Lines{"one two three"}));
}

TEST(Page, CutsAWordThatIsWiderThanALine) { EXPECT_EQ(lines_of("abcdefghij kl", 4), (Lines{"abcd", "efgh", "ij", "kl"})); }

TEST(Page, CountsWideCharactersAsTwoColumns) { EXPECT_EQ(lines_of("日本語日本語", 5), (Lines{"日本", "語日", "本語"})); }

TEST(Page, NeverCutsBeforeACombiningMark) {
  EXPECT_EQ(lines_of("e\u0301e\u0301e\u0301", 2), (Lines{"e\u0301e\u0301", "e\u0301"}));
}

TEST(Page, LeavesRightToLeftTextInTheOrderOfReading) {
  EXPECT_EQ(lines_of("שלום עולם", 5), (Lines{"שלום", "עולם"}));
  EXPECT_EQ(lines_of("مرحبا بالعالم", 20), (Lines{"مرحبا بالعالم"}));
}

TEST(Page, HoldsNothingThatATerminalWouldObey) {
  for (const std::string& line : lines_of("a\x1b[31mb\x07"
                                          "c \u009b31m d\u202e e\u200b\n",
                                          80)) {
    for (std::size_t at = 0; at < line.size();) {
      const CodePoint point = code_point_at(line, at);
      EXPECT_GE(point.value, U' ');
      EXPECT_FALSE(point.value >= 0x7F && point.value < 0xA0);
      EXPECT_NE(point.value, U'\u202e');
      at += point.size;
    }
  }
}

TEST(Page, EveryLineFitsWhateverTheWidth) {
  const std::string text =
      "A pile of *words*, “quoted”, with 日本語 and e\u0301t\u0301e\u0301 and https://example.org/a/very/long/path here.";
  const Document document = document_of(text);
  const Page page(document.blocks.front());
  for (std::size_t columns = 2; columns < 90; ++columns) {
    std::string joined;
    for (const ByteRange& line : page.lines(columns)) {
      const std::string shown = page.text().substr(line.begin, line.size());
      EXPECT_LE(display_width(shown), columns) << shown;
      joined += shown;
    }
    std::string expected = page.text();
    std::erase(joined, ' ');
    std::erase(expected, ' ');
    EXPECT_EQ(joined, expected) << columns;
  }
}

std::string marked(const std::string& markdown, const std::string& word, const std::string& sentence) {
  const Document document = document_of(markdown);
  const std::string& source = document.source.text();
  const auto range = [&](const std::string& what) {
    const std::size_t at = source.find(what);
    return at == std::string::npos ? ByteRange{} : ByteRange{at, at + what.size()};
  };
  const Page page(document.blocks.front());
  const std::vector<Mark> marks = page.marks(range(word), {range(sentence)});
  std::string text;
  Mark now = Mark::none;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] != now) text += marks[i] == Mark::word ? '[' : now == Mark::word ? ']' : '|';
    now = marks[i];
    text += page.text()[i];
  }
  return text;
}

TEST(Page, MarksWordAndSentenceByTheirSource) {
  EXPECT_EQ(marked("One two. Three four. Five.", "four", "Three four."), "One two. |Three [four].| Five.");
  EXPECT_EQ(marked("One *two* three.", "two", "One *two* three."), "|One [two] three.");
  EXPECT_EQ(marked("Tom &amp; Jerry ran.", "&amp;", "Tom &amp; Jerry ran."), "|Tom [&] Jerry ran.");
  EXPECT_EQ(marked("- an item", "item", "an item"), "• |an [item");
  EXPECT_EQ(marked("日本 語", "語", "日本 語"), "|日本 [語");
}

TEST(Page, KeepsTheLinesOfCode) { EXPECT_EQ(lines_of("```\nint a;\n\tb();\n```\n", 40), (Lines{"int a;", "    b();"})); }

}  // namespace
}  // namespace aloud
