#include <gtest/gtest.h>

#include "document/document_checks.h"

namespace aloud {
namespace {

// The blocks alone, without silent ranges and findings.
std::string blocks_of(std::string_view text) {
  const Document document = read_text(text, DocumentFormat::markdown);
  EXPECT_EQ(violation(document), "") << text;
  const std::string all = describe(document);
  std::string blocks;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\n', at) + 1;
    const std::string line = all.substr(at, end - at);
    if (!line.starts_with("silent ")) blocks += line;
    at = end;
  }
  return blocks;
}

struct Case {
  const char* name;
  const char* text;
  const char* blocks;

  friend void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }
};

class MarkdownBlocks : public testing::TestWithParam<Case> {};

TEST_P(MarkdownBlocks, ReadsAs) { EXPECT_EQ(blocks_of(GetParam().text), GetParam().blocks); }

const Case kCases[] = {
    {"Title", "# One\n\nTwo\n", "title 0-5 \"One\"\nparagraph 7-10 \"Two\"\n"},
    {"LaterHeading", "Two\n\n## One ##\n", "paragraph 0-3 \"Two\"\nheading 5-14 level=2 \"One\"\n"},
    {"SetextHeading", "a\n\nOne\n---\nb", "paragraph 0-1 \"a\"\nheading 3-10 level=2 \"One\"\nparagraph 11-12 \"b\"\n"},
    {"WrappedLines", "a *b\nc* d", "paragraph 0-9 \"a b c d\" emphasis[b c]\n"},
    {"Entities", "a &amp; \\*b\\*", "paragraph 0-13 \"a & *b*\"\n"},
    {"LinkFollowedByItsAddress", "[click](http://x.com)com", "paragraph 0-24 \"clickcom\" link[click](http://x.com)\n"},
    {"BareAddress", "see http://x.com now", "paragraph 0-20 \"see http://x.com now\" url[http://x.com](http://x.com)\n"},
    {"ReferenceLink", "[a][b]\n\n[b]: /u \"t\"\n", "paragraph 0-6 \"a\" link[a](/u)\n"},
    {"Code", "``a ` b`` c", "paragraph 0-11 \"a ` b c\" code[a ` b]\n"},
    {"FencedCode", "```c\nint a;\n\n  b;\n```\n", "code 0-21 info=c \"int a;\\n\\n  b;\"\n"},
    {"NestedList", "1. a\n2. b\n   - c\n",
     "list-item 0-4 list=1 ordinal=1 \"a\"\nlist-item 5-9 list=1 ordinal=2 \"b\"\nlist-item 13-16 list=2 \"c\"\n"},
    {"TaskList", "- [x] done\n", "list-item 0-10 list=1 task=done \"done\"\n"},
    {"Quote", "> a\n> b\nc", "paragraph 2-9 quote=1 \"a b c\"\n"},
    {"Table", "| a | b\\|c |\n|---|---|\n| 1 | *2* |\n",
     "table-row 0-12 table=0 header | \"a\" | \"b|c\"\ntable-row 23-34 table=0 | \"1\" | \"2\" emphasis[2]\n"},
    {"ExcessCellsAreKept", "|a|\n|-|\n|1|2|\n",
     "table-row 0-3 table=0 header | \"a\"\ntable-row 8-13 table=0 | \"1\"\nparagraph 11-12 \"2\"\nfinding unplaced-text 3:4 "
     "text that "
     "Markdown does not show; read as it is written\n"},
    {"Footnote", "a[^n]\n\n[^n]: Note *b*.\n",
     "paragraph 0-5 \"an\" footnote[n](n)\nparagraph 13-22 footnote=n \"Note b.\" emphasis[b]\n"},
    {"UnreferencedFootnote", "a\n\n[^n]: Note.\n", "paragraph 0-1 \"a\"\nparagraph 9-14 footnote=n \"Note.\"\n"},
    {"Image", "![a *b*](u \"t\")", "paragraph 0-15 \"a b\" image[a b](u) emphasis[b]\n"},
    {"InlineHtml", "a<br>b <i lang=de>c</i>", "paragraph 0-23 \"a b c\" line-break[ ] language[c](de) emphasis[c]\n"},
    {"InlineScript", "a <script>x</script> b", "paragraph 0-22 \"a  b\"\n"},
    {"HtmlBlock", "<div lang=\"fr\">\nOui &amp; <b>non</b>\n<!-- x -->\n</div>\n",
     "html 16-32 lang=fr \"Oui & non\" strong[non]\n"},
    {"HtmlTable",
     "<table>\n<tr><th>a<th>b</tr>\n<tr><td>1</td><td lang=de><p>2</p>\n<p>&amp; <img alt=\"x y\" "
     "src=u></p></td></tr>\n</table>",
     "table-row 16-22 table=0 header | \"a\" | \"b\"\n"
     "table-row 36-85 table=0 | \"1\" | \"2 & x y\" language[2 & x y](de) line-break[ ] image[x y](u)\n"},
    {"HtmlTableSpans", "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>",
     "table-row 25-46 table=0 | \"a\" | \"b\" | \"\" | \"c\"\ntable-row 54-65 table=0 | \"\" | \"d\" | \"e\" | \"f\"\n"},
    {"HtmlTableInPieces",
     "<table>\n\n<tr>\n<td>\n\n*a*\n\n</td>\n</tr>\n\n<tr><td>b</td><td><table><tr><td>c</table></td></tr>\n</table>",
     "paragraph 20-23 \"a\" emphasis[a]\nhtml 46-47 \"b\"\ntable-row 71-72 table=0 | \"c\"\n"},
    {"HtmlHeading", "<h1 align=center>A <b>b</b></h1>\n<h3>c</h3>d",
     "title 17-23 \"A b\" strong[b]\nheading 37-38 level=3 \"c\"\nhtml 43-44 \"d\"\n"},
    {"HtmlImage", "a <img alt=\"b &gt;\n c\" src=u> d<img alt=\"\">", "paragraph 0-43 \"a b > c d\" image[b > c](u)\n"},
    {"HtmlAround", "<div lang=\"fr\">\n\nOui\n\n</div>\n\nYes", "paragraph 17-20 lang=fr \"Oui\"\nparagraph 30-33 \"Yes\"\n"},
    {"Break", "a\n\n***\n\nb", "paragraph 0-1 \"a\"\nthematic-break 3-6\nparagraph 8-9 \"b\"\n"},
    {"CarriageReturns", "# a\r\n\r\nb\r\nc\rd", "title 0-3 \"a\"\nparagraph 7-13 \"b c d\"\n"},
};

INSTANTIATE_TEST_SUITE_P(Table, MarkdownBlocks, testing::ValuesIn(kCases),
                         [](const auto& tested) { return tested.param.name; });

TEST(Markdown, NamesWhatIsSilent) {
  const std::string text = describe(read_text("[a](b)\n\n```c\nd\n```\n- e\n\n[f]: g\n", DocumentFormat::markdown));
  EXPECT_NE(text.find("link destination \"(b)\""), std::string::npos) << text;
  EXPECT_NE(text.find("code info \"c\""), std::string::npos) << text;
  EXPECT_NE(text.find("list marker \"-\""), std::string::npos) << text;
  EXPECT_NE(text.find("reference definition \"[f]: g\""), std::string::npos) << text;
}

TEST(Markdown, ReadsTheExampleOfItsDocumentation) {
  EXPECT_EQ(describe(read_text("# One\n\nA [b](c) *d*.\n", DocumentFormat::markdown)),
            "title 0-5 \"One\"\nparagraph 7-20 \"A b d.\" link[b](c) emphasis[d]\nsilent 0-1 markup \"#\"\n"
            "silent 9-10 markup \"[\"\nsilent 11-12 markup \"]\"\nsilent 12-15 link destination \"(c)\"\n"
            "silent 16-17 markup \"*\"\nsilent 18-19 markup \"*\"\n");
}

}  // namespace
}  // namespace aloud
