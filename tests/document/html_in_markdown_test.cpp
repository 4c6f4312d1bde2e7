#include <gtest/gtest.h>

#include "document/document_checks.h"

namespace aloud {
namespace {

// The blocks alone, a line each.
std::string blocks_of(std::string_view text) {
  const Document document = read_text(text, DocumentFormat::markdown);
  EXPECT_EQ(violation(document), "") << text;
  std::string blocks;
  for (const Block& block : document.blocks) {
    blocks += to_string(block.kind);
    if (block.kind == BlockKind::heading) blocks += std::to_string(block.level);
    if (block.list_depth > 0) blocks += " list=" + std::to_string(block.list_depth);
    if (block.ordinal) blocks += " number=" + std::to_string(*block.ordinal);
    if (block.quote_depth > 0) blocks += " quote=" + std::to_string(block.quote_depth);
    if (!block.info.empty()) blocks += " info=" + block.info;
    blocks += " [" + block.content.text.text() + "]";
    for (const RichText& cell : block.cells) blocks += " | " + cell.text.text();
    for (const Span& span : block.content.spans) {
      blocks += std::string(" ") + to_string(span.kind) + "[" +
                block.content.text.text().substr(span.text.begin, span.text.size()) + "]";
    }
    blocks += "\n";
  }
  return blocks;
}

std::string silent_of(std::string_view text, SilentKind kind) {
  const Document document = read_text(text, DocumentFormat::markdown);
  std::string silent;
  for (const SilentRange& range : document.silent) {
    if (range.kind == kind) silent += document.source.text().substr(range.source.begin, range.source.size());
  }
  return silent;
}

struct Case {
  const char* text;
  const char* blocks;
};

TEST(HtmlInMarkdown, LineBreaksAreMarked) {
  const Case cases[] = {
      {"One<br>two", "paragraph [One two] line-break[ ]\n"},
      {"One<br />\ntwo", "paragraph [One two] line-break[ ]\n"},
      {"One  \ntwo", "paragraph [One two] line-break[ ]\n"},
      {"One\\\ntwo", "paragraph [One two] line-break[ ]\n"},
      {"One\ntwo", "paragraph [One two]\n"},
      {"<p>One<br>two</p>", "html [One two] line-break[ ]\n"},
      {"<br>One", "paragraph [One]\n"},
      {"a <div>b</div> c", "paragraph [a b c] line-break[ ] line-break[ ]\n"},
      {"|a|\n|-|\n|One<br>two|\n", "table-row [] | a\ntable-row [] | One two\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(blocks_of(one.text), one.blocks) << one.text;
}

TEST(HtmlInMarkdown, PreIsCode) {
  const Case cases[] = {
      {"<pre>\nlet a;\n\n  b &amp;&amp; c\n</pre>\n", "code [let a;\n\n  b && c]\n"},
      {"<pre><code class=\"language-rust\">fn a() {}\n</code></pre>\n", "code info=rust [fn a() {}]\n"},
      {"<pre class='lang-sh'>ls<br>cd</pre>\n", "code info=sh [ls\ncd]\n"},
      {"> <pre>\n> a\n>   b\n> </pre>\n", "code quote=1 [a\n  b]\n"},
      {"<div>Before <pre>a  b</pre> after</div>\n", "html [Before]\ncode [a  b]\nhtml [after]\n"},
      {"<p>Use <code>a  b</code>.</p>\n", "html [Use a b.] code[a b]\n"},
      {"Use <code>a</code> and <samp>b</samp>, <kbd>c</kbd>.", "paragraph [Use a and b, c.] code[a] code[b]\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(blocks_of(one.text), one.blocks) << one.text;
}

TEST(HtmlInMarkdown, ListsAreLists) {
  const Case cases[] = {
      {"<ul>\n<li>a</li>\n<li>b <b>c</b></li>\n</ul>\n", "list-item list=1 [a]\nlist-item list=1 [b c] strong[c]\n"},
      {"<ol start=3><li>a<li>b<li value=9>c</ol>\n",
       "list-item list=1 number=3 [a]\nlist-item list=1 number=4 [b]\nlist-item list=1 number=9 [c]\n"},
      {"<ol><li>a<ul><li>b</ul><li>c</ol>\n",
       "list-item list=1 number=1 [a]\nlist-item list=2 [b]\nlist-item list=1 number=2 [c]\n"},
      {"<dl><dt>Sloop<dd>One mast.<dd>A boat.</dl>\n",
       "list-item list=1 [Sloop]\nlist-item list=1 [One mast.]\nlist-item list=1 [A boat.]\n"},
      {"<ul><li><p>a</p><p>b</p></li></ul>\n", "list-item list=1 [a]\nhtml list=1 [b]\n"},
      {"<blockquote>a</blockquote>\n", "html quote=1 [a]\n"},
      {"<p>a</p><hr><h2>b &amp; c</h2>\n", "html [a]\nthematic-break []\nheading2 [b & c]\n"},
      {"<details>\n<summary>More <em>here</em></summary>\n\nText.\n\n</details>\n",
       "html [More here] emphasis[here]\nparagraph [Text.]\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(blocks_of(one.text), one.blocks) << one.text;
}

TEST(HtmlInMarkdown, RaisedCharacters) {
  const std::pair<const char*, const char*> cases[] = {
      // notes
      {"The harbour<sup>1</sup> is", "[The harbour1 is] footnote[1]"},
      {"It closed.<sup>12</sup>", "[It closed.12] footnote[12]"},
      {"It closed.<sup>[3]</sup>", "[It closed.[3]] citation[[3]]"},
      {"It closed.<sup>2, 3</sup>", "[It closed.2, 3] footnote[2, 3]"},
      {"In 1984<sup>3</sup> it", "[In 19843 it] footnote[3]"},
      {"A word<sup>*</sup>", "[A word*] footnote[*]"},
      {"x<sup><a href=\"#fn1\">1</a></sup> y", "[x1 y] link[1] footnote[1]"},
      {"boats<a href='#n'><sup>2</sup></a>", "[boats2] link[2] footnote[2]"},
      {"x<sup>[7](#fn7)</sup>", "[x7] link[7] footnote[7]"},
      // powers
      {"10<sup>6</sup> boats", "[10⁶ boats]"},
      {"10<sup>-3</sup>", "[10⁻³]"},
      {"12 m<sup>2</sup>", "[12 m²]"},
      {"5 km<sup>2</sup>.", "[5 km².]"},
      {"x<sup>2</sup> + y<sup>2</sup>", "[x² + y²]"},
      {"mc<sup>2</sup>", "[mc²]"},
      {"2<sup>n</sup>", "[2^n]"},
      {"(a + b)<sup>2</sup>", "[(a + b)²]"},
      // ordinals, and what is only raised
      {"the 2<sup>nd</sup> of", "[the 2nd of]"},
      {"le 1<sup>er</sup> mai", "[le 1er mai]"},
      {"la 3<sup>e</sup> fois", "[la 3e fois]"},
      {"Aloud<sup>TM</sup>", "[Aloud™]"},
      {"H<sub>2</sub>O", "[H2O]"},
  };
  for (const auto& [text, read] : cases) {
    EXPECT_EQ(blocks_of(text), "paragraph " + std::string(read) + "\n") << text;
  }
  EXPECT_EQ(blocks_of("<p>10<sup>6</sup> and <b>x<sup>2</sup></b> z</p>\n"), "html [10⁶ and x² z] strong[x²]\n");
}

TEST(HtmlInMarkdown, WhatIsNotShownIsLeftOut) {
  const Case cases[] = {
      {"A <span hidden>b</span> c", "paragraph [A c]\n"},
      {"A <span aria-hidden=\"true\">**b**</span> c", "paragraph [A c]\n"},
      {"A <span aria-hidden=\"false\">b</span> c", "paragraph [A b c]\n"},
      {"A <span style=\"color: red; display : none\">b <b>c</b></span> d", "paragraph [A d]\n"},
      {"A <span style='display: block'>b</span>", "paragraph [A b]\n"},
      {"<div hidden><div>a</div>b</div>\n<p>c</p>\n", "html [c]\n"},
      {"<div hidden>\n\nA *b*.\n\n- c\n\n</div>\n\nD.\n", "paragraph [D.]\n"},
      {"<p hidden>a<p>b\n", "html [b]\n"},
      {"<ul><li hidden>a<li>b</ul>\n", "list-item list=1 [b]\n"},
      {"<table><tr><td>a<td hidden>b<td>c</table>\n", "table-row [] | a |  | c\n"},
      {"<img hidden alt='x' src='y'> a", "paragraph [a]\n"},
      {"<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</ruby> end", "paragraph [漢字 end]\n"},
      {"<p><ruby>漢<rt>kan</ruby> end</p>\n", "html [漢 end]\n"},
      {"<svg><title>t</title></svg> a", "paragraph [a]\n"},
      {"<video src='a'>Your browser shows no films.</video> a", "paragraph [a]\n"},
      {"<script>a</script>\n\nb\n", "paragraph [b]\n"},
      {"<abbr title=\"World Health Organization\">WHO</abbr>", "paragraph [WHO]\n"},
      {"<picture><source srcset='a'><img alt='A boat' src='b'></picture>", "paragraph [A boat] image[A boat]\n"},
      {"a <s>b</s> <del>c</del>", "paragraph [a b c] strikethrough[b] strikethrough[c]\n"},
      {"<p><a href='/x'>a</a> <i>b</i></p>\n", "html [a b] link[a] emphasis[b]\n"},
      {"a <!-- b -- c --> d", "paragraph [a d]\n"},
      {"a `<!-- b -- c -->` d", "paragraph [a <!-- b -- c --> d] code[<!-- b -- c -->]\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(blocks_of(one.text), one.blocks) << one.text;
  EXPECT_EQ(silent_of("A <b hidden>c</b> d", SilentKind::hidden), "c</b>");
  EXPECT_NE(silent_of("<div hidden>\n\nAbc.\n\n</div>\n", SilentKind::hidden).find("Abc."), std::string::npos);
  EXPECT_EQ(silent_of("<ruby>a<rt>b</rt></ruby>", SilentKind::ruby_text), "b</rt>");
}

TEST(HtmlInMarkdown, NothingIsLostWhereTagsAreNotClosed) {
  EXPECT_EQ(blocks_of("a <b>b *c* <i>d"), "paragraph [a b c d] strong[b c d] emphasis[c] emphasis[d]\n");
  EXPECT_EQ(blocks_of("<b>a *b</b> c*"), "paragraph [a b c] strong[a b] emphasis[b]\n");
  EXPECT_EQ(blocks_of("<ul><li>a\n\nb\n"), "list-item list=1 [a]\nparagraph [b]\n");
  EXPECT_EQ(blocks_of("a <script> b"), "paragraph [a <script> b]\n");
}

TEST(ContentsMarks, AreLeftOut) {
  for (const char* mark : {"[TOC]", "[toc]", "[[_TOC_]]", "[[toc]]", "{:toc}", "${toc}"}) {
    EXPECT_EQ(blocks_of("A\n\n" + std::string(mark) + "\n\nB\n"), "paragraph [A]\nparagraph [B]\n") << mark;
  }
  EXPECT_EQ(silent_of("A\n\n[TOC]\n", SilentKind::contents), "[TOC]");
  EXPECT_EQ(blocks_of("The [TOC] is long.\n"), "paragraph [The [TOC] is long.]\n");
  EXPECT_EQ(blocks_of("[TOC]\n\n[toc]: /contents\n"), "paragraph [TOC] link[TOC]\n");
}

TEST(Badges, AreMarked) {
  const std::string build = "[![Build](https://ci.example/b.svg)](https://ci.example)";
  const std::string shield = "![MIT](https://img.shields.io/badge/licence-MIT-blue)";
  const std::pair<std::string, const char*> cases[] = {
      {build + "\n" + build, "[Build Build] badge[Build Build] link[Build] image[Build] link[Build] image[Build]"},
      {shield, "[MIT] badge[MIT] image[MIT]"},
      {shield + " " + build, "[MIT Build] badge[MIT Build] image[MIT] link[Build] image[Build]"},
      {"Boats " + shield, "[Boats MIT] badge[MIT] image[MIT]"},
      // Others are pictures.
      {"[![Harbour](small.jpg)](big.jpg)", "[Harbour] link[Harbour] image[Harbour]"},
      {"[![A](a.jpg)](/a) [![B](b.jpg)](/b)", "[A B] link[A] image[A] link[B] image[B]"},
      {"[![A](a.png)](a-big.png) [![B](b.png)](b-big.png)", "[A B] link[A] image[A] link[B] image[B]"},
      {"![A](a.png) ![B](b.png)", "[A B] image[A] image[B]"},
      {build, "[Build] link[Build] image[Build]"},
  };
  for (const auto& [text, read] : cases) EXPECT_EQ(blocks_of(text), "paragraph " + std::string(read) + "\n") << text;
  EXPECT_EQ(blocks_of("<p align=center>\n<a href='https://a.example'><img alt='Build' src='https://img.shields.io/x'></a>\n"
                      "<a href='https://b.example'><img alt='Chat' src='chat.svg'></a></p>\n"),
            "html [Build Chat] badge[Build Chat] link[Build] image[Build] link[Chat] image[Chat]\n");
}

TEST(ReferenceDefinitions, AreSilentBehindAnyBlock) {
  const std::string definition = "[rope]: https://a.example/rope \"A rope\"\n";
  for (const char* before :
       {"```sh\nx\n```\n", "Use `x`\n\n", "It is **no**\n\n", "It is ~~no~~\n\n", "See [rope]\n\n", "- [rope]\n\n",
        "![rope]\n\n", "|a|\n|-|\n|`b`|\n\n", "***\n", "# A `b`\n", "> A *b*\n\n", "A[^1]\n\n[^1]: *Note*\n\n",
        "A <b>b</b>\n\n", "A <http://b.example>\n\n", "<div>a</div>\n\n", "A \\\\\n\n", "1. *a*\n\n", "A (*b*)\n\n"}) {
    const std::string text = before + definition + definition + "\nEnd.\n";
    EXPECT_EQ(silent_of(text, SilentKind::reference_definition).substr(0, 7), "[rope]:") << text;
    const std::string blocks = blocks_of(text);
    EXPECT_EQ(blocks.find("example/rope"), std::string::npos) << blocks;
    EXPECT_NE(blocks.find("[End.]"), std::string::npos) << blocks;
    EXPECT_TRUE(read_text(text, DocumentFormat::markdown).findings.empty()) << text;
  }
  // Over lines, in quotes, several in a row.
  for (const char* text :
       {"A **b**\n\n[rope]:\n  https://a.example/rope\n  'A\n  rope'\n", "> A **b**\n>\n> [rope]:\n> https://a.example/rope\n",
        "- A **b**\n\n  [rope]: https://a.example/rope\n  [b]: <c d>\n"}) {
    EXPECT_EQ(blocks_of(text).find("example/rope"), std::string::npos) << text;
    EXPECT_TRUE(read_text(text, DocumentFormat::markdown).findings.empty()) << text;
  }
  // What is no definition is said.
  EXPECT_NE(blocks_of("A **b**\n[rope]: https://a.example/rope\n").find("[rope]:"), std::string::npos);
  EXPECT_NE(blocks_of("A **b**\n\n[rope] : text\n").find("[rope] : text"), std::string::npos);
}

}  // namespace
}  // namespace aloud
