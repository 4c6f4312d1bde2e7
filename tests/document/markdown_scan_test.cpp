#include <gtest/gtest.h>

#include "document/markdown/scan.h"

#include <string>

namespace aloud {
namespace {

// A letter a line: Blank, Text, Fence, Code, Indented code, Html comment.
std::string kinds(std::string_view text) {
  std::string all;
  const MarkdownScan scan(text);
  for (const ScannedLine& line : scan.lines()) all += "BTFCIH"[static_cast<std::size_t>(line.kind)];
  return all;
}

// The text with what is code as "#".
std::string masked(std::string_view text) {
  std::string all(text);
  const MarkdownScan scan(text);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (scan.is_code(at)) all[at] = '#';
  }
  return all;
}

TEST(MarkdownScan, TellsTheKindsOfLines) {
  EXPECT_EQ(kinds("a\n\nb"), "TBT");
  EXPECT_EQ(kinds("```\na\n\n```\nb"), "FCCFT");
  EXPECT_EQ(kinds("~~~~ py\n~~~\n~~~~\nb"), "FCFT");
  EXPECT_EQ(kinds("``` a`b\nc"), "TT");
  EXPECT_EQ(kinds("> ```\n> a\nb"), "FCT");
  EXPECT_EQ(kinds("- ```\n  a\n  ```\nb"), "FCFT");
  EXPECT_EQ(kinds("a\n    b"), "TT");
  EXPECT_EQ(kinds("a\n\n    b\n\n    c\nd"), "TBIBIT");
  EXPECT_EQ(kinds("- a\n\n    b"), "TBT");
  EXPECT_EQ(kinds("- a\n\n      b\n\n  c"), "TBIBT");
  EXPECT_EQ(kinds("1.  a\n\n    b\n\n        c"), "TBTBI");
  EXPECT_EQ(kinds("- a\n  - b\n\n    c\n\n        d"), "TTBTBI");
  EXPECT_EQ(kinds("- a\n\nb\n\n    c"), "TBTBI");
  EXPECT_EQ(kinds("- a\nb\n\n    c"), "TTBT");
  EXPECT_EQ(kinds("- ```\n  a\nb\n\n    c"), "FCTBI");
  EXPECT_EQ(kinds("<!-- a\nb\n-->\nc"), "HHHT");
  EXPECT_EQ(kinds("<!-- a --> b\nc"), "TT");
}

TEST(MarkdownScan, FindsCodeSpansAndComments) {
  EXPECT_EQ(masked("a `b` c"), "a ### c");
  EXPECT_EQ(masked("a ``b` c`` d"), "a ######## d");
  EXPECT_EQ(masked("a `b c"), "a `b c");
  EXPECT_EQ(masked("a \\`b` c"), "a \\`b` c");
  EXPECT_EQ(masked("a `b\n\nc` d"), "a `b\n\nc` d");
  EXPECT_EQ(masked("a <!-- `b --> `c` d"), "a ########### ### d");
  EXPECT_EQ(masked("a <!-- b"), "a <!-- b");
}

TEST(MarkdownScan, TellsWhereContentBegins) {
  const MarkdownScan scan("> >   a\n   b");
  EXPECT_EQ(scan.content(scan.lines()[0]), "a");
  EXPECT_EQ(scan.lines()[0].indent, 2U);
  EXPECT_EQ(scan.content(scan.lines()[1]), "b");
  EXPECT_EQ(scan.lines()[1].indent, 3U);
}

}  // namespace
}  // namespace aloud
