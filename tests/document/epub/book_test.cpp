#include <gtest/gtest.h>

#include <string>

#include "document/chapters.h"
#include "document/document.h"
#include "document/document_checks.h"
#include "document/epub/book_builder.h"
#include "document/epub/read_book.h"
#include "util/error.h"

namespace aloud {
namespace {

Document read(const std::string& bytes) {
  Document document = read_book("book.epub", bytes);
  EXPECT_EQ(violation(document), "");
  return document;
}
Document read(const BookBuilder& book) { return read(book.build()); }

// The text of all blocks, "/" between them, with what they are besides text: "Contents(contents)/The Tide/…".
std::string text_of(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (!text.empty()) text += '/';
    if (!block.footnote.empty()) text += '[' + block.footnote + ']';
    text += block.content.text.text();
    for (const RichText& cell : block.cells) text += '|' + cell.text.text();
    if (block.matter != Matter::text) text += '(' + std::string(to_string(block.matter)) + ')';
  }
  return text;
}

std::string outline_of(const Document& document) {
  std::string text;
  for (const Section& section : document.sections) {
    text += (text.empty() ? "" : "/") + std::string(static_cast<std::size_t>(section.depth), '>');
    text += (section.chapter > 0 ? std::to_string(section.chapter) : "-") + ' ' + section.title + '@' +
            std::to_string(section.block);
  }
  return text;
}

// What is read of pages whose bodies these are.
std::string text_of_page(const std::string& body) { return text_of(read(BookBuilder().page("one.xhtml", body))); }

BookBuilder two_chapters() {
  return BookBuilder()
      .page("one.xhtml", "<h1>The Tide</h1><p>It rose.</p>")
      .page("two.xhtml", "<h1>The Mill</h1><p>It turned.</p>")
      .chapter("The Tide", "one.xhtml")
      .chapter("The Mill", "two.xhtml");
}

TEST(Book, IsReadInItsOrderWithItsMetadata) {
  const Document book = read(two_chapters());
  EXPECT_EQ(text_of(book), "The Tide & the Mill/The Tide/It rose./The Mill/It turned.");
  EXPECT_EQ(book.format, DocumentFormat::epub);
  EXPECT_EQ(book.title(), "The Tide & the Mill");
  EXPECT_EQ(book.front_matter.author, "Ada Ek, Bo Li");
  EXPECT_EQ(book.front_matter.language, "en-GB");
  EXPECT_EQ(book.front_matter.date, "2020-05-01");
  EXPECT_EQ(outline_of(book), "1 The Tide@1/2 The Mill@3");
  EXPECT_TRUE(book.findings.empty());
}

TEST(Book, DeclaresNoLanguageByWhatIsNone) {
  for (const char* tag : {"C", "und", "zxx", "MUL", "", "en!"})
    EXPECT_EQ(read(two_chapters().language(tag)).front_matter.language, std::nullopt) << tag;
  for (const char* tag : {"de", "pt-BR", "en_US"}) EXPECT_EQ(read(two_chapters().language(tag)).front_matter.language, tag);
}

TEST(Book, OfTheSecondVersionHasItsChaptersFromTheNcx) {
  EXPECT_EQ(outline_of(read(two_chapters().ncx())), "1 The Tide@1/2 The Mill@3");
}

TEST(Book, HasPositionsOfPartAndByte) {
  const Document book = read(two_chapters());
  const Block& last = book.blocks.back();
  const Place place = book.source.place_of(last.source.begin);
  EXPECT_EQ(place.path, "book.epub/OPS/two.xhtml");
  EXPECT_EQ(place.line, 2U);
  ASSERT_EQ(book.source.parts().size(), 3U);
  EXPECT_EQ(book.source.parts()[0].name, "OPS/book.opf");
  const ByteRange bytes = book.source.source_bytes(last.content.text.source_of({0, 3}));
  EXPECT_EQ(bytes.size(), 3U);
  EXPECT_GT(bytes.begin, book.source.parts()[2].bytes);
}

TEST(Book, ReadsXhtmlAsItIsMeant) {
  const struct {
    const char* body;
    const char* text;
  } cases[] = {
      {"<p>The wa<a id='p2'/>ter</p>", "The water"},
      {"<p><a id='x'/>One</p><p>Two</p>", "One/Two"},
      {"<?xml version='1.0'?><html><head><title/></head><body><p>One</p></body></html>", "One"},
      {"<?xml version='1.0'?><html><head><script src='a.js'/></head><body><p>One</p></body></html>", "One"},
      {"<p>One<br></br>line</p>", "One line"},
      {"<p>a<![CDATA[ plain ]]>b</p>", "a plain b"},
      {"<table><tr><th>A</th><th>B</th></tr><tr><td/><td>2</td></tr></table>", "|A|B/||2"},
      {"<p>caf\xC3\xA9 &amp; &#x2014; tea</p>", "caf\xC3\xA9 & \xE2\x80\x94 tea"},
      {"<div/><p>One</p>", "One"},
      {"<p>A<span epub:type='pagebreak' id='p9'>9</span> page</p>", "A page"},
      {"<p>A<span class='pagenum'>[Pg 9]</span> page</p>", "A page"},
      {"<p>A<span class='pagenumbers'>9</span> page</p>", "A9 page"},
      {"<p hidden=''>No</p><p>Yes</p>", "Yes"},
  };
  for (const auto& one : cases) EXPECT_EQ(text_of_page(one.body), "The Tide & the Mill/" + std::string(one.text)) << one.body;
}

TEST(Book, TellsMatterFromText) {
  const struct {
    const char* body;
    const char* text;
  } cases[] = {
      {"<body epub:type='titlepage'><p>A</p></body>", "A(title page)"},
      {"<section epub:type='copyright-page'><p>A</p></section>", "A(copyright)"},
      {"<section role='doc-toc'><p>A</p></section>", "A(contents)"},
      {"<section epub:type='index'><p>A</p></section>", "A(index)"},
      {"<section epub:type='chapter'><p>A</p></section>", "A"},
      {"<section epub:type='preface'><p>A</p></section>", "A"},
      {"<p>\xC2\xA9 2020 by Ada. All rights reserved.</p>", "\xC2\xA9 2020 by Ada. All rights reserved.(copyright)"},
      {"<p>She claimed copyright on it.</p>", "She claimed copyright on it."},
      {"<p>B</p><section epub:type='index'><p>A</p></section>", "B/A(index)"},
      {"<p><a href='1'>A</a></p><p><a href='2'>B</a></p><p><a href='3'>C</a></p><p><a href='4'>D</a></p>",
       "A(contents)/B(contents)/C(contents)/D(contents)"},
  };
  for (const auto& one : cases) EXPECT_EQ(text_of_page(one.body), "The Tide & the Mill/" + std::string(one.text)) << one.body;
}

TEST(Book, TakesMatterFromItsGuideAndContents) {
  const auto book = [] { return BookBuilder().page("one.xhtml", "<p>A</p>").page("two.xhtml", "<p>B</p>"); };
  EXPECT_EQ(text_of(read(book().guide("<guide><reference type='title-page' href='one.xhtml'/></guide>"))),
            "The Tide & the Mill/A(title page)/B");
  EXPECT_EQ(text_of(read(book().guide("<guide><reference type='toc' href='one.xhtml#toc'/></guide>"))),
            "The Tide & the Mill/A/B");
  EXPECT_EQ(text_of(read(book().chapter("Impressum", "one.xhtml").chapter("One", "two.xhtml"))),
            "The Tide & the Mill/A(copyright)/B");
  EXPECT_EQ(text_of(read(book().chapter("Contents", "one.xhtml").chapter("One", "one.xhtml#x"))), "The Tide & the Mill/A/B");
}

TEST(Book, KnowsItsTitlePageByItsTitle) {
  const auto second = [](const std::string& body) { return text_of(read(BookBuilder().page("a.xhtml", body))).substr(20); };
  EXPECT_EQ(second("<h1>The Tide &amp; the Mill</h1><p>Ada Ek and Bo Li</p>"),
            "The Tide & the Mill(title page)/Ada Ek and Bo Li(title page)");
  EXPECT_EQ(second("<h1>The Tide</h1><p>Ada Ek and Bo Li</p>"), "The Tide/Ada Ek and Bo Li");
  EXPECT_EQ(
      second(
          "<h1>The Tide &amp; the Mill</h1><p>It rose every morning, and fell again every evening, for a thousand years.</p>"),
      "The Tide & the Mill/It rose every morning, and fell again every evening, for a thousand years.");
}

TEST(Book, ReadsWhatIsNotInItsOrderLast) {
  const Document book = read(BookBuilder().page("side.xhtml", "<p>Aside</p>", "linear=\"no\"").page("one.xhtml", "<p>One</p>"));
  EXPECT_EQ(text_of(book), "The Tide & the Mill/One/Aside(auxiliary)");
}

TEST(Book, HasNotesAtTheEndOfTheirChapters) {
  const Document book = read(
      BookBuilder()
          .page("one.xhtml", "<h1>One</h1><p>It rose<a epub:type='noteref' href='notes.xhtml#n1'>1</a>.</p><p>And fell.</p>")
          .page("two.xhtml", "<h1>Two</h1><p>It turned<sup><a id='r2' href='notes.xhtml#n2'>2</a></sup>.</p>")
          .page("notes.xhtml",
                "<h1>Notes</h1><aside epub:type='footnote' id='n1'><p>As it does.</p></aside>"
                "<p id='n2'><a href='two.xhtml#r2'>2</a>. All day.</p>")
          .chapter("One", "one.xhtml")
          .chapter("Two", "two.xhtml")
          .chapter("Notes", "notes.xhtml"));
  EXPECT_EQ(text_of(book),
            "The Tide & the Mill/One/It rose1./And fell./[1]As it does./Two/It turned2./Notes(auxiliary)/[2]All day.");
  EXPECT_EQ(outline_of(book), "1 One@1/2 Two@5/- Notes@7");
  EXPECT_EQ(book.blocks[2].content.spans.front().kind, SpanKind::footnote_reference);
}

TEST(Book, SaysNoNumbersOfListsBeforeNotes) {
  const Document book = read(BookBuilder().page(
      "one.xhtml",
      "<h1>One</h1><p>It rose<a id='r1' href='#n1'><sup>1</sup></a>.</p><!--" + std::string(300, 'x') +
          "--><p>Then<a id='r2' href='#n2'>[2]</a> it fell.</p><ol>"
          "<li id='n1'><p>So says the log. <a href='#r1'>\xE2\x86\xA9</a></p></li>"
          "<li id='n2'><p>And it did. <a href='#r2'>\xE2\x86\xA9</a></p></li></ol><aside epub:type='footnote'>Unasked.</aside>"
          "<aside epub:type='footnote'>Twice.</aside>"));
  EXPECT_EQ(
      text_of(book),
      "The Tide & the Mill/One/It rose1./Then[2] it fell./[1]So says the log./[2]And it did./[unnamed 1]Unasked./[unnamed "
      "2]Twice.");
  EXPECT_EQ(book.blocks[4].kind, BlockKind::paragraph);
}

TEST(Book, TakesNoOrdinaryLinksForNotes) {
  EXPECT_EQ(text_of_page("<p><a id='a' href='#b'>1</a></p><p id='b'>Text <a href='#a'>up</a></p>"),
            "The Tide & the Mill/1/Text up");
  EXPECT_EQ(text_of_page("<p>See <a id='a' href='#b'>chapter 2</a></p><p id='b'>Text <a href='#a'>up</a></p>"),
            "The Tide & the Mill/See chapter 2/Text up");
  EXPECT_EQ(text_of_page("<p>Tide<sup><a href='#b'>2</a></sup></p><p id='b'>Text</p>"), "The Tide & the Mill/Tide2/Text");
}

TEST(Book, CountsSectionsOfOnePageWithTheirChapter) {
  const Document book = read(BookBuilder()
                                 .page("copy.xhtml", "<section epub:type='copyright-page'><p>Rights</p></section>")
                                 .page("part.xhtml", "<h1>Part One</h1>")
                                 .page("one.xhtml", "<h1>One</h1><p>A</p><h2 id='s'>More</h2><p>B</p>")
                                 .chapter("Copyright", "copy.xhtml")
                                 .chapter("Part One", "part.xhtml")
                                 .chapter("One", "one.xhtml", 1)
                                 .chapter("More", "one.xhtml#s", 2));
  EXPECT_EQ(outline_of(book), "- Copyright@1/1 Part One@2/>2 One@3/>>- More@5");
}

TEST(Book, WithoutContentsHasAChapterForEachPageWithAHeading) {
  const Document book =
      read(BookBuilder().page("a.xhtml", "<h1>One</h1><p>A</p>").page("b.xhtml", "<p>B</p>").page("c.xhtml", "<h1>Two</h1>"));
  EXPECT_EQ(outline_of(book), "1 One@1/2 Two@4");
}

std::string kept(const std::string& wanted) {
  Document book = read(two_chapters());
  try {
    keep_chapters(book, wanted);
  } catch (const Error& error) {
    return error.message();
  }
  EXPECT_EQ(violation(book), "");
  return text_of(book);
}

TEST(Chapters, AreChosenByNumberAndTitle) {
  const struct {
    const char* wanted;
    const char* kept;
  } cases[] = {
      {"1", "The Tide & the Mill/The Tide/It rose."},
      {"2", "The Mill/It turned."},
      {"1-2", "The Tide & the Mill/The Tide/It rose./The Mill/It turned."},
      {"2-", "The Mill/It turned."},
      {"the mill", "The Mill/It turned."},
      {"\"The Mill\", 1", "The Tide & the Mill/The Tide/It rose./The Mill/It turned."},
      {"3", "has chapters 1 to 2, not 3; aloud inspect --stage outline lists them"},
      {"2-1", "has chapters 1 to 2, not 2-1; aloud inspect --stage outline lists them"},
      {"The Mil", "has no chapter \"The Mil\" (did you mean \"The Mill\"?); aloud inspect --stage outline lists them"},
  };
  for (const auto& one : cases) EXPECT_EQ(kept(one.wanted), one.kept) << one.wanted;
}

TEST(Chapters, StandAlone) {
  const Document book = read(two_chapters());
  const std::vector<Chapter> chapters = chapters_of(book);
  ASSERT_EQ(chapters.size(), 2U);
  const Document second = only_chapter(book, chapters[1]);
  EXPECT_EQ(text_of(second), "The Mill/It turned.");
  EXPECT_EQ(outline_of(second), "2 The Mill@0");
  EXPECT_EQ(violation(second), "");
}

TEST(Book, IsToldByItsNameOrItsFirstFile) {
  const std::string bytes = two_chapters().build();
  EXPECT_TRUE(is_book("book.epub", bytes));
  EXPECT_TRUE(is_book("-", bytes));
  EXPECT_FALSE(is_book("letter.docx", ArchiveBuilder().add("[Content_Types].xml", "<x/>").build()));
  EXPECT_TRUE(is_book("book.epub", "It is no archive."));
  EXPECT_FALSE(is_book("book.txt", "It is no archive."));
}

}  // namespace
}  // namespace aloud
