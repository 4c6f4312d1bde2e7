#include <gtest/gtest.h>

#include <string>

#include "document/document_checks.h"
#include "document/html/class_words.h"
#include "document/html/metadata.h"
#include "document/html/page_encoding.h"
#include "document/html/page_tree.h"

namespace aloud {
namespace {

std::string blocks_of(const std::string& html) {
  ReadOptions options(DocumentFormat::html);
  options.extract = Extract::all;
  Document document = read_document(SourceText::decode("page", html), options);
  EXPECT_EQ(violation(document), "") << html;
  document.silent.clear();
  const std::string text = describe(document);
  return text;
}

// Without the places.
std::string shapes_of(const std::string& html) {
  std::string shapes;
  const std::string text = blocks_of(html);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    const std::size_t first = line.find(' '), second = line.find(' ', first + 1);
    shapes += line.substr(0, first) + (second == std::string::npos ? "" : line.substr(second)) + '\n';
    at = end + 1;
  }
  return shapes;
}

struct Case {
  std::string html, shapes;
};

TEST(PageBlocks, AreWhatTheirElementsSay) {
  const Case cases[] = {
      {"<p>One <em>two</em>\n  three.</p>", "paragraph \"One two three.\" emphasis[two]\n"},
      {"<h2>Head</h2>text", "heading level=2 \"Head\"\nparagraph \"text\"\n"},
      {"<ul><li>a<ol start=3><li>b</ol></ul>", "list-item list=1 \"a\"\nlist-item list=2 ordinal=3 \"b\"\n"},
      {"<ol><li value=7>a<li>b<p>c</ol>",
       "list-item list=1 ordinal=7 \"a\"\nlist-item list=1 ordinal=8 \"b\"\nparagraph list=1 \"c\"\n"},
      {"<blockquote><p>a</blockquote>", "paragraph quote=1 \"a\"\n"},
      {"<pre class=language-c>\nint x;\n  y</pre>", "code info=c \"int x;\\n  y\"\n"},
      {"a<br>b<br><br>c", "paragraph \"a b\"\nparagraph \"c\"\n"},
      {"<p>x <a href=\"u\">link <b>bold</b></a>", "paragraph \"x link bold\" link[link bold](u) strong[bold]\n"},
      {"<p lang=fr>oui <i lang=en>yes</i>", "paragraph lang=fr \"oui yes\" emphasis[yes] language[yes](en)\n"},
      {"<p><img src=s alt='a &amp; b'>", "paragraph \"a & b\" image[a & b](s)\n"},
      {"<p>a&nbsp;b &copy c &#150; d &lt;e&gt; &x",
       "paragraph \"a\xC2\xA0"
       "b \xC2\xA9 c \xE2\x80\x93 d <e> &x\"\n"},
      {"<table><tr><th>a<th>b<tr><td>1<td>2</table>",
       "table-row table=0 header | \"a\" | \"b\"\ntable-row table=0 | \"1\" | \"2\"\n"},
      {"<table><tr><td>a</table>", "paragraph \"a\"\n"},
      {"<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
       "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\"\nparagraph \"d\"\n"},
      {"<p>a<script>x</script><style>y</style><template>z</template>b", "paragraph \"ab\"\n"},
      {"<p>a</p><p hidden>b</p><div style='display : none'>c</div>", "paragraph \"a\"\n"},
      {"<p>&nbsp;</p><p>\xE2\x80\x8B</p><p>a", "paragraph \"a\"\n"},
      {"<p>a<hr>b", "paragraph \"a\"\nthematic-break\nparagraph \"b\"\n"},
      {"<ruby>\xE6\xBC\xA2<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "paragraph \"\xE6\xBC\xA2\"\n"},
      {"<q>a</q>",
       "paragraph \"\xE2\x80\x9C"
       "a\xE2\x80\x9D\"\n"},
      {"<a href=x><div>a</div><div>b</div></a>", "paragraph \"a\" link[a](x)\nparagraph \"b\" link[b](x)\n"},
  };
  for (const Case& one : cases) EXPECT_EQ(shapes_of(one.html), one.shapes) << one.html;
}

TEST(PageTree, KnowsWhereItsNodesStand) {
  const std::string page = "<p class='a &amp; b'>x<b>y</b></p>";
  const PageTree tree = PageTree::parse(page);
  const PageTree::Index paragraph = tree.find(Element::p);
  ASSERT_LT(paragraph, tree.size());
  EXPECT_EQ(tree[paragraph].source, (ByteRange{0, page.size()}));
  const auto names = tree.attribute(paragraph, "class");
  ASSERT_TRUE(names);
  EXPECT_EQ(names->value, "a & b");
  EXPECT_EQ(page.substr(names->source.begin, names->source.size()), "a &amp; b");
  EXPECT_FALSE(tree.has(paragraph, "id"));
  EXPECT_TRUE(tree.within(tree.find(Element::b), paragraph));
}

TEST(ClassWords, AreReadWordByWord) {
  struct Name {
    const char* names;
    std::optional<SilentKind> kind;
  };
  const Name cases[] = {
      {"post-sidebar", SilentKind::sidebar},
      {"postSidebar", SilentKind::sidebar},
      {"read-more", SilentKind::related},
      {"readers more", std::nullopt},
      {"read more", std::nullopt},
      {"adapter", std::nullopt},
      {"ad", SilentKind::advertisement},
      {"load", std::nullopt},
      {"SiteFooter", SilentKind::page_footer},
      {"comment-42", SilentKind::comments},
      {"commentary", std::nullopt},
      {"", std::nullopt},
  };
  for (const Name& one : cases) EXPECT_EQ(read_class_words(one.names).furniture, one.kind) << one.names;
  EXPECT_TRUE(read_class_words("entry-content").body);
  EXPECT_FALSE(read_class_words("content-entry").body);
}

TEST(DeclaredEncoding, IsTheFirstThatThePageNames) {
  const std::pair<const char*, const char*> cases[] = {
      {"<meta charset=\"utf-8\">", "utf-8"},
      {"<META CHARSET=ISO-8859-1>", "windows-1252"},
      {"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"},
      {"<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"},
      {"<meta name=x content=y><meta charset=gb2312>", "GB18030"},
      {"<p>charset=utf-16", ""},
      {"", ""},
  };
  for (const auto& [page, encoding] : cases) EXPECT_EQ(declared_encoding(page), encoding) << page;
}

TEST(DeclaredEncoding, DecidesWhereTheBytesAreNoUtf8) {
  const auto encoding = [](const std::string& page) { return parse_article("a.html", page).source.encoding(); };
  EXPECT_EQ(encoding("<meta charset=windows-1251><p>\xCC\xFB"), "windows-1251");
  EXPECT_EQ(encoding("<meta charset=windows-1251><p>\xC3\xA9t\xC3\xA9"), "UTF-8");
  EXPECT_EQ(encoding("<meta charset=nonsense><p>caf\xE9"), "windows-1252");
}

TEST(PageMetadata, TakesTheFirstSourceThatHasIt) {
  const auto read = [](const std::string& head) { return read_metadata(PageTree::parse(head)); };
  EXPECT_EQ(read("<title>A day at sea - Site</title>").title, "A day at sea");
  EXPECT_EQ(read("<title>A day - Site</title><meta property=og:title content='A day'>").title, "A day");
  EXPECT_EQ(read("<meta name=author content='Ann'><meta name=dc.creator content='Bob'>").author, "Ann");
  EXPECT_EQ(read("<meta property=article:author content='https://x.example/ann'><meta name=author content='Ann'>").author,
            "Ann");
  EXPECT_EQ(read("<meta property=article:published_time content='2024-02-03T10:00:00+01:00'>").date, "2024-02-03");
  EXPECT_EQ(read("<time datetime=2021-01-02>then</time>").date, "2021-01-02");
  EXPECT_EQ(read("<html lang=de-AT>").language, "de-AT");
  EXPECT_EQ(read("<meta property=og:locale content=en_GB>").language, "en-GB");
  const PageMetadata json = read(
      "<script "
      "type='application/"
      "ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"S\"},{\"@type\":\"BlogPosting\",\"headline\":\"H\","
      "\"author\":[{\"name\":\"A\"},{\"name\":\"B\"}]}]}</script>");
  EXPECT_EQ(json.title, "H");
  EXPECT_EQ(json.author, "A, B");
  EXPECT_EQ(json.type, "BlogPosting");
  EXPECT_EQ(read("<script type='application/ld+json'>{broken</script><title>T</title>").title, "T");
}

TEST(SiteName, IsNoPartOfATitle) {
  EXPECT_EQ(without_site_name("Tides | The Coast Post", "The Coast Post"), "Tides");
  EXPECT_EQ(without_site_name("The Coast Post: Tides", "The Coast Post"), "The Coast Post: Tides");
  EXPECT_EQ(without_site_name("How the tides turn | Coast", ""), "How the tides turn");
  EXPECT_EQ(without_site_name("Tides | Coast", ""), "Tides | Coast");
  EXPECT_EQ(without_site_name("Well-known words", ""), "Well-known words");
}

}  // namespace
}  // namespace aloud
